package vn.haiphong.hotline1022.adapter.demo;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * One command and everything runs: where no database is named, a PostgreSQL and a mail server come up inside this process,
 * and the profile "demo" brings accounts that can be tried out. Where one is named, nothing of this exists.
 */
class EmbeddedDefault implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "demo";
    static final String SOURCE = "embeddedDefault";
    /** After the configuration files, so that a database named there counts. */
    static final int ORDER = ConfigDataEnvironmentPostProcessor.ORDER + 1;

    private final Log log;
    private final ConfigurableBootstrapContext bootstrap;

    EmbeddedDefault(DeferredLogFactory logs, ConfigurableBootstrapContext bootstrap) {
        this.log = logs.getLog(EmbeddedDefault.class);
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        var home = Path.of(environment.getProperty("hotline.demo.data", ".data"));
        var database = EmbeddedDatabase.in(home);
        var mail = new DemoMailServer(ownAddress(environment));
        var sms = environment.getProperty("hotline.demo.sms", Boolean.class, false) ? new DemoSmsGateway(mail) : null;
        // When no context came up to close them; closing twice does no harm.
        SpringApplication.getShutdownHandlers().add(() -> close(database, mail));
        bootstrap.addCloseListener(event -> hand(event.getApplicationContext(), database, mail));
        if (!environment.matchesProfiles(PROFILE)) {
            ConfigDataEnvironmentPostProcessor.applyTo(
                    environment, application.getResourceLoader(), bootstrap, PROFILE);
        }
        if (sms != null) {
            SpringApplication.getShutdownHandlers().add(sms::close);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "demoSmsGateway",
                            Map.of(
                                    "hotline.sms.host",
                                    "127.0.0.1",
                                    "hotline.sms.port",
                                    sms.port(),
                                    "hotline.sms.system-id",
                                    "demo",
                                    "hotline.sms.password",
                                    "demo",
                                    "hotline.sms.sender",
                                    "1022")));
        }
        if (!StringUtils.hasText(environment.getProperty("hotline.imap.host"))) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "demoMailbox",
                            Map.of(
                                    "hotline.imap.host",
                                    "127.0.0.1",
                                    "hotline.imap.port",
                                    mail.imapPort(),
                                    "hotline.imap.tls",
                                    "false",
                                    "hotline.imap.username",
                                    DemoMailServer.HOTLINE,
                                    "hotline.imap.password",
                                    DemoMailServer.HOTLINE)));
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        SOURCE,
                        Map.of(
                                "spring.datasource.url",
                                database.jdbcUrl(),
                                "spring.datasource.username",
                                EmbeddedDatabase.USER,
                                "spring.datasource.password",
                                EmbeddedDatabase.USER,
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                mail.port(),
                                "spring.mail.protocol",
                                "smtp",
                                "spring.mail.username",
                                "",
                                "spring.mail.password",
                                "")));
        log.info("Demo: PostgreSQL at " + database.jdbcUrl() + ", data in "
                + home.toAbsolutePath().normalize() + "; mail at port " + mail.port());
    }

    /** Which letters are to the house itself; an address that is none is told of later, with all other settings. */
    private static String ownAddress(ConfigurableEnvironment environment) {
        try {
            return new InternetAddress(environment.getProperty("hotline.sender", "tongdai@localhost")).getAddress();
        } catch (AddressException e) {
            return "tongdai@localhost";
        }
    }

    /** Known to the context before any other bean, they are closed after all others: the connection pool goes first. */
    private static void hand(ConfigurableApplicationContext context, EmbeddedDatabase database, DemoMailServer mail) {
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerDisposableBean("embeddedDatabase", () -> close(database, mail));
        beans.registerSingleton("demoMailServer", mail);
    }

    private static void close(EmbeddedDatabase database, DemoMailServer mail) {
        mail.close();
        database.close();
    }
}
