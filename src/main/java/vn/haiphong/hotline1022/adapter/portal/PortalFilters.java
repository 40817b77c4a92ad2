package vn.haiphong.hotline1022.adapter.portal;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PortalFilters {

    /** Before Spring Security (-100), which reads the form for its token. */
    @Bean
    FilterRegistrationBean<UploadFilter> uploadFilter() {
        var registration = new FilterRegistrationBean<>(new UploadFilter());
        registration.addUrlPatterns("/petitions", "/verify/*");
        registration.setOrder(-105);
        return registration;
    }
}
