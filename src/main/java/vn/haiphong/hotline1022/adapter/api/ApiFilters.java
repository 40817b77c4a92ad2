package vn.haiphong.hotline1022.adapter.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both stand before Spring Security (-100): what is too large or already an error needs no further look. */
@Configuration
class ApiFilters {

    @Bean
    FilterRegistrationBean<ApiErrorFilter> apiErrorFilter(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new ApiErrorFilter(json));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(-200);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ApiBodyFilter> apiBodyFilter() {
        var registration = new FilterRegistrationBean<>(new ApiBodyFilter());
        registration.addUrlPatterns("/api/*");
        registration.setOrder(-105);
        return registration;
    }
}
