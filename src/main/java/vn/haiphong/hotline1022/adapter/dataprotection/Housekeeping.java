package vn.haiphong.hotline1022.adapter.dataprotection;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.privacy.ApplyRetention;
import vn.haiphong.hotline1022.application.privacy.ErasePersonalData;

/**
 * Goes on with what two people have approved: at once, and every quarter of an hour, for what a node that is gone had begun and
 * for erasures that waited for the end of a case.
 */
@Component
class Housekeeping implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int MINUTES = 15;

    private final ApplyRetention retention;
    private final ErasePersonalData erase;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "data-protection");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(ApplyRetention retention, ErasePersonalData erase) {
        this.retention = retention;
        this.erase = erase;
    }

    @Override
    public void afterSingletonsInstantiated() {
        thread.scheduleWithFixedDelay(this::goOn, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    void soon() {
        thread.execute(this::goOn);
    }

    /** One that fails keeps no other from being done. */
    void goOn() {
        each("erasure", erase::ready, erase::carryOut);
        each("retention run", retention::ready, retention::carryOn);
    }

    private static void each(String what, Supplier<List<Long>> ready, Consumer<Long> carryOn) {
        try {
            ready.get().forEach(id -> {
                try {
                    carryOn.accept(id);
                } catch (RuntimeException e) {
                    LOG.warn("{} {} goes on later", what, id, e); // nothing is lost: each lot is a transaction
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("What is approved is looked for again later: {}", what, e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
