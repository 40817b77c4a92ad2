package vn.haiphong.hotline1022.adapter.portal;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration
class PortalFilters {

    /** Before Spring Security (-100), which reads the form for its token. */
    @Bean
    FilterRegistrationBean<UploadFilter> uploadFilter() {
        var registration = new FilterRegistrationBean<>(new UploadFilter());
        registration.addUrlPatterns(
                "/",
                "/send",
                "/petitions",
                "/received/*",
                "/track/*",
                "/rate/*",
                "/verify/*",
                "/my-cases/*",
                "/answered/*",
                "/answered.geojson",
                "/answered.atom",
                "/limits",
                "/figures",
                "/privacy",
                "/accessibility",
                "/api/petitions",
                "/api/petitions/*");
        registration.setOrder(-105);
        return registration;
    }

    /** By this name Spring MVC looks for it. */
    @Bean
    LocaleResolver localeResolver() {
        return new PortalLanguage();
    }
}
