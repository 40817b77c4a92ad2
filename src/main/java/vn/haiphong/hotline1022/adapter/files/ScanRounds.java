package vn.haiphong.hotline1022.adapter.files;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.ScanFiles;

/** Every minute some of the files that came while the virus scanner was away, one after the other. */
@Component
class ScanRounds implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ScanRounds.class);
    private static final int FILES = 20;

    private final ScanFiles scanFiles;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "scan-files");
        thread.setDaemon(true);
        return thread;
    });

    ScanRounds(ScanFiles scanFiles) {
        this.scanFiles = scanFiles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        thread.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.MINUTES);
    }

    private void round() {
        try {
            var judged = scanFiles.waiting(FILES);
            if (judged > 0) {
                LOG.info("{} files that had waited are scanned", judged);
            }
        } catch (RuntimeException e) {
            LOG.warn("Files that wait are scanned later", e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
