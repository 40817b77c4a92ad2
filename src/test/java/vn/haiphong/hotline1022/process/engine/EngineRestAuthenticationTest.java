package vn.haiphong.hotline1022.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class EngineRestAuthenticationTest {

    private final ProcessEngine engine = mock(ProcessEngine.class, RETURNS_DEEP_STUBS);
    private ProcessEngineAuthenticationFilter filter;

    @BeforeEach
    void register() throws Exception {
        when(engine.getName()).thenReturn("default");
        when(engine.getIdentityService().checkPassword("operator", "mật:khẩu")).thenReturn(true);
        ProcessEngines.registerProcessEngine(engine);
        var registration = new EngineRestAuthentication().engineRestAuthenticationFilter();
        filter = registration.getFilter();
        var config = new MockFilterConfig();
        registration.getInitParameters().forEach(config::addInitParameter);
        filter.init(config);
    }

    @AfterEach
    void unregister() {
        ProcessEngines.unregister(engine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/engine", "/engine/default/task", "/version", "/process-definition"})
    void nobody_gets_in_without_a_password(String path) throws Exception {
        assertThat(knock(path, null)).isEqualTo(401);
    }

    @Test
    void not_even_with_an_odd_way_of_writing_the_list_of_engines() throws Exception {
        assertThat(knock("/engine/", null)).isNotEqualTo(200);
    }

    @Test
    void a_user_of_the_engine_gets_in_as_himself() throws Exception {
        assertThat(knock("/task", "operator:mật:khẩu")).isEqualTo(200);
        verify(engine.getIdentityService())
                .setAuthentication(
                        org.mockito.ArgumentMatchers.eq("operator"),
                        org.mockito.ArgumentMatchers.anyList(),
                        org.mockito.ArgumentMatchers.anyList());
        verify(engine.getIdentityService(), org.mockito.Mockito.atLeastOnce()).clearAuthentication();
    }

    @ParameterizedTest
    @CsvSource({"operator:wrong", "'':''", "operator", "'a\u0000b:c'"})
    void anything_else_stays_outside(String credentials) throws Exception {
        assertThat(knock("/task", credentials)).isEqualTo(401);
    }

    @Test
    void what_cannot_be_an_account_is_not_even_looked_up() throws Exception {
        assertThat(knock("/task", "a\u0000b:c")).isEqualTo(401);
        assertThat(knock("/task", "operator:" + "x".repeat(100_000))).isEqualTo(401);
        verify(engine.getIdentityService(), never()).checkPassword("a\u0000b", "c");
    }

    private int knock(String path, String credentials) throws Exception {
        var request = new MockHttpServletRequest("GET", "/engine-rest" + path);
        request.setServletPath("/engine-rest");
        request.setPathInfo(path);
        if (credentials != null) {
            request.addHeader(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
