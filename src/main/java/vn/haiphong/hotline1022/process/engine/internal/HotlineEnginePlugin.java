package vn.haiphong.hotline1022.process.engine.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.process.FiredRule;

/** Everything by which our engine differs from the stock one, in one place (ADR 0002, 0003). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@DependsOn("heartbeat") // which must beat as long as the engine can run a job
class HotlineEnginePlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;
    private final ObjectProvider<FollowDeadlines> followDeadlines;
    private final Clock clock;
    private final DataSource dataSource;
    private final EngineClock engineClock;
    private final int passwordRounds;

    HotlineEnginePlugin(
            BeanFactory beans,
            ObjectProvider<FollowDeadlines> followDeadlines,
            Clock clock,
            DataSource dataSource,
            EngineClock engineClock,
            @Value("${hotline.passwords.rounds}") int passwordRounds) {
        this.beans = beans;
        this.followDeadlines = followDeadlines;
        this.clock = clock;
        this.dataSource = dataSource;
        this.engineClock = engineClock;
        this.passwordRounds = passwordRounds;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engineClock.follow();
        engine.setExpressionManager(
                new HardenedExpressionManager(new DelegateBeans(beans), new DeadlineClockResolver(followDeadlines)));
        engine.setReevaluateTimeCycleWhenDue(true);
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setTenantResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnsureJobDueDateNotNull(true);
        // A mail server may be away for hours: shorter pauses first, then longer, over some days.
        engine.setFailedJobRetryTimeCycle(
                "PT5S,PT15S,PT30S,PT1M,PT2M,PT5M,PT10M,PT15M,PT30M,PT1H,PT2H,PT4H,PT8H,PT12H,P1D,P1D");

        // Hashes of before, SHA-512, the engine goes on checking by itself.
        engine.setPasswordEncryptor(new Passwords(passwordRounds));
        engine.setPasswordPolicy(new LongPasswords());

        engine.setTenantIdProvider(new AgencyTenants());
        engine.setResourceAuthorizationProvider(new DefinitionGrants());
        engine.setCommandCheckers(new ArrayList<>(List.of(new TaskChecker(), new AuthorizationChecker())));
        engine.setCustomSessionFactories(
                added(engine.getCustomSessionFactories(), new CityWideTenantManager.Factory()));
        engine.setCustomSessionFactories(added(engine.getCustomSessionFactories(), new TextReaders.Factory()));
        engine.setCustomSessionFactories(added(engine.getCustomSessionFactories(), new TaskCounts.Factory()));
        engine.setCustomSessionFactories(added(engine.getCustomSessionFactories(), new SeenLimits.Factory()));
        engine.setCustomPreCommandInterceptorsTxRequired(
                added(engine.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()));

        // Kept ten years from the receipt: known when a row is written, so no end of a case rewrites its whole history.
        // A refusal is an answer, not an error; what does fail is logged by the job executor and the REST interface.
        engine.setEnableCmdExceptionLogging(false);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setCustomHistoryLevels(added(engine.getCustomHistoryLevels(), new LeanHistory()));
        engine.setCustomPreDeployers(added(engine.getCustomPreDeployers(), new TableGuard()));
        engine.setDmnHistoryEventProducer(new DecisionHistoryWithoutTexts());
        engine.setCustomPreBPMNParseListeners(added(engine.getCustomPreBPMNParseListeners(), new AgencyAtWork()));
        engine.setCustomPostBPMNParseListeners(
                added(engine.getCustomPostBPMNParseListeners(), new SlaIncidents(followDeadlines, clock)));
        engine.setCustomPostBPMNParseListeners(added(engine.getCustomPostBPMNParseListeners(), new ClockPlaces()));

        engine.setCustomIncidentHandlers(added(engine.getCustomIncidentHandlers(), new JobIncidents()));
        engine.setCustomIncidentHandlers(added(engine.getCustomIncidentHandlers(), new BreachIncidents()));

        var tables = TableEngine.configuration();
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(new FiredRule()));
        engine.setDmnEngineConfiguration(tables);
        engine.setDmnElProvider(text -> {
            throw FeelOnly.refused("juel");
        });
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        ((MapBusinessCalendarManager) engine.getBusinessCalendarManager())
                .addBusinessCalendar(CycleBusinessCalendar.NAME, new DeadlineMarks());
        if (engine.getJobExecutor() != null) {
            engine.getJobExecutor().setAcquireJobsCmdFactory(atMost -> new JobsInTurn(engine.getJobExecutor(), atMost));
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // Without them finding due jobs among 200,000 waiting timers takes a hundred times as long.
        var jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create index if not exists hotline_job_due on act_ru_job (duedate_)"
                        + " where retries_ > 0 and suspension_state_ = 1")
                .update();
        jdbc.sql("create index if not exists hotline_job_locked on act_ru_job (lock_exp_time_)"
                        + " where lock_owner_ is not null")
                .update();
        // The board asks how long work stays where it waits for somebody, and what waits there now.
        jdbc.sql("create index if not exists hotline_stay on act_hi_actinst (proc_def_key_, end_time_)"
                        + " include (act_id_, duration_) where " + EngineActivityFigures.PLACES)
                .update();
        jdbc.sql("create index if not exists hotline_here on act_hi_actinst (proc_def_key_, act_id_)"
                        + " include (act_type_, proc_inst_id_, start_time_, tenant_id_) where end_time_ is null and "
                        + EngineActivityFigures.PLACES)
                .update();
    }

    private static <T> List<T> added(List<T> present, T one) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(one);
        return all;
    }
}
