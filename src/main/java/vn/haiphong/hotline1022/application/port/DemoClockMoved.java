package vn.haiphong.hotline1022.application.port;

import java.time.Duration;

/**
 * The clock of the demo stands elsewhere now. Published as an application event at the start and after every move, so that
 * whatever keeps a time of its own (the engine) can follow.
 *
 * @param offset how far the demo is ahead of the machine's clock; negative if it lives in the past
 */
public record DemoClockMoved(Duration offset) {}
