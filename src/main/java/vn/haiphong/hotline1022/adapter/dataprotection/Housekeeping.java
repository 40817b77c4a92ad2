package vn.haiphong.hotline1022.adapter.dataprotection;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private void goOn() {
        try {
            erase.ready().forEach(erase::carryOut);
            retention.carryOnAll();
        } catch (RuntimeException e) {
            LOG.warn("Erasing what is approved goes on later", e); // nothing is lost: each lot is a transaction
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
