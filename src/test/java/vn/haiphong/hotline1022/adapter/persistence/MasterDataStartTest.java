package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.haiphong.hotline1022.adapter.persistence.masterdata.MasterDataImport;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.support.TestPostgres;

class MasterDataStartTest {

    /** Stands for whatever sets itself up from the directory while the application starts. */
    record Early(int agencies) {}

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        Early early(Agencies agencies) {
            return new Early(agencies.all(LocalDate.parse("2024-09-18")).size());
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        // After those that read it, so that only their dependence on it decides the order.
        @Configuration(proxyBeanMethods = false)
        @Import({JdbcAgencies.class, MasterData.class, MasterDataImport.class})
        static class Ports {}
    }

    private static ApplicationContextRunner application(String url) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres")
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withUserConfiguration(Application.class);
    }

    @Test
    void whoever_reads_the_directory_at_the_start_finds_it_filled_and_later_starts_leave_it_alone() {
        var url = TestPostgres.emptyDatabase();
        application(url).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Early.class).agencies()).isEqualTo(61);
            context.getBean(org.springframework.jdbc.core.JdbcTemplate.class)
                    .update("delete from agency where code = 'FPT'");
        });
        application(url)
                .run(context ->
                        assertThat(context.getBean(Early.class).agencies()).isEqualTo(60));
    }
}
