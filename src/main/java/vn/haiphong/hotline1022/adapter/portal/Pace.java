package vn.haiphong.hotline1022.adapter.portal;

import vn.haiphong.hotline1022.application.inform.NetworkAddress;
import vn.haiphong.hotline1022.application.port.RateLimits;

/** How often one network, and all together, may ask something of a page in a minute: all that is at stake is our time. */
final class Pace {

    private static final int NETWORKS = 40;

    private final RateLimits limits;
    private final String page;
    private final int perNetwork;

    Pace(RateLimits limits, String page, int perNetwork) {
        this.limits = limits;
        this.page = page;
        this.perNetwork = perNetwork;
    }

    boolean allows(String from) {
        return limits.knock(page + " from " + NetworkAddress.of(from), perNetwork)
                        .isEmpty()
                && limits.knock(page, perNetwork * NETWORKS).isEmpty();
    }
}
