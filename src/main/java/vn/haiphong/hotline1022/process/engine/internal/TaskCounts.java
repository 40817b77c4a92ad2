package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.impl.TaskReportImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskReportManager;

/**
 * How many tasks wait for each group: the engine wants the right to read every task for it. Those who look on were never
 * given that, and the counts say no more than the board does, so they get them without.
 */
class TaskCounts extends TaskReportManager {

    @Override
    protected void configureQuery(TaskReportImpl report) {
        if (TextReaders.onlyLooksOn(getCurrentAuthentication())) {
            getTenantManager().configureTenantCheck(report.getTenantCheck());
        } else {
            super.configureQuery(report);
        }
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskReportManager.class;
        }

        @Override
        public Session openSession() {
            return new TaskCounts();
        }
    }
}
