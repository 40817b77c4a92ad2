package vn.haiphong.hotline1022.privacy;

import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.privacy.ApplyRetention;

/** A node as far as it carries on what is approved: a program of its own, so that it can be killed while it does. */
@EnableTransactionManagement
@ComponentScan(
        basePackages = {"vn.haiphong.hotline1022.application.privacy", "vn.haiphong.hotline1022.adapter.persistence"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(ApplyRetention|EraseLot|JdbcRetention|JdbcPersonalData|JdbcPersonalReads)"))
class ErasingNode {

    public static void main(String[] none) {
        var retention = new AnnotationConfigApplicationContext(ErasingNode.class).getBean(ApplyRetention.class);
        retention.ready().forEach(retention::carryOn);
    }

    @Bean
    DataSource register() {
        var source = new PGSimpleDataSource();
        source.setUrl(System.getenv("SPRING_DATASOURCE_URL"));
        source.setUser(System.getenv("SPRING_DATASOURCE_USERNAME"));
        source.setPassword(System.getenv("SPRING_DATASOURCE_PASSWORD"));
        source.setCurrentSchema("public,register");
        return source;
    }

    @Bean
    JdbcClient jdbc(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Actor actor() {
        return () -> Actor.SYSTEM;
    }
}
