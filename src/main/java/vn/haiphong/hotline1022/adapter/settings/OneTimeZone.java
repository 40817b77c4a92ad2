package vn.haiphong.hotline1022.adapter.settings;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The engine writes its times without a zone, in that of the program: two nodes in different zones would read each other's
 * limits hours too early or too late. So every node is in UTC, before it opens its first connection, wherever its machine is.
 * What people read is always in the time of Hải Phòng, which is asked for by name.
 */
class OneTimeZone implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
