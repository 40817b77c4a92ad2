package vn.haiphong.hotline1022.process.engine.internal;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;

/** Runs our own code with the rights of the engine inside somebody's command. */
public final class AsTheEngine {

    private AsTheEngine() {}

    public static <T> T call(Supplier<T> what) {
        var context = Context.getCommandContext();
        return context == null ? what.get() : context.runWithoutAuthorization(what::get);
    }
}
