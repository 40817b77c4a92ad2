package vn.haiphong.hotline1022.adapter.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock of the demo can be moved; in production the house lives by that of the database. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean("clock")
    @Profile(EmbeddedDefault.PROFILE)
    @DependsOnDatabaseInitialization
    DemoClock demoClock(
            JdbcClient jdbc, ApplicationEventPublisher events, @Value("${hotline.demo.start:}") String start) {
        return new DemoClock(Clock.systemUTC(), new DemoClockOffset(jdbc), events, DemoClock.start(start));
    }
}
