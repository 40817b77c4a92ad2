package vn.haiphong.hotline1022.hardening;

import java.util.concurrent.atomic.AtomicInteger;

/** Leaves a trace when somebody's expression has made one. */
public class Probe {

    /** What an attacker would write, with something harmless at its end. */
    static final String EXPRESSION = "${''.getClass().forName('" + Probe.class.getName() + "').newInstance()}";

    static final AtomicInteger MADE = new AtomicInteger();

    public Probe() {
        MADE.incrementAndGet();
    }

    @Override
    public String toString() {
        return "nobody";
    }
}
