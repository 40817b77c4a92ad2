package vn.haiphong.hotline1022.adapter.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.haiphong.hotline1022.application.maintain.MapTiles;
import vn.haiphong.hotline1022.application.port.Accounts;
import vn.haiphong.hotline1022.application.port.WebappLogin;

/**
 * Who may knock at which door. Staff log in at Camunda, which keeps its own sessions, CSRF protection and headers;
 * citizens never log in; whatever is not named here does not exist for strangers.
 */
@Configuration
class SecurityChains {

    // Scripts, styles and frames from here only; a letter in the demo mailbox is shown in a sandboxed frame.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; frame-src 'self'; object-src 'none'; "
            + "frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    // The editor of tables writes styles into its elements and carries its font in its style sheet.
    private static final String EDITOR_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "font-src 'self' data:; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
            + "base-uri 'none'";

    private static final String RULE_ADMINS = "rule-admins";
    private static final String DATA_PROTECTION = "data-protection";
    private static final String RULE_APPROVERS = "rule-approvers";

    /** Camunda's own name for its cookie is XSRF-TOKEN: two cookies of one name would break both. */
    private static final String CSRF_COOKIE = "PORTAL-CSRF";

    @Bean
    @Order(1)
    SecurityFilterChain camundaWebapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(new SetupDoor())
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Open here, since Camunda's filter asks for the password: it must also tell the engine who is calling. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(path("/engine-rest/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** What only administrators of the system may see or move. */
    @Bean
    @Order(3)
    SecurityFilterChain administration(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(
                        either(path("/actuator/**"), path("/api/demo/**"), path("/api/open311/**"))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path("/actuator/health"),
                                path("/actuator/health/**"),
                                path(HttpMethod.GET, "/api/demo/clock"))
                        .permitAll()
                        .anyRequest()
                        .hasRole(AccountsAuthentication.ADMINISTRATOR))
                .httpBasic(withDefaults())
                .build();
    }

    /** Programs of the agencies, with the accounts of the people they work for. */
    @Bean
    @Order(3)
    SecurityFilterChain programsOfAgencies(HttpSecurity http, Accounts accounts) throws Exception {
        return stateless(http.securityMatcher(path("/api/cases/**")))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(path(HttpMethod.POST, "/api/cases/*/evidence"))
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .addFilterAfter(new ActingFilter(accounts), AuthorizationFilter.class)
                .httpBasic(withDefaults())
                .build();
    }

    /** Doors for programs: public, and without cookies there is nothing to forge. */
    @Bean
    @Order(4)
    SecurityFilterChain publicInterfaces(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(either(path("/api/**"), path("/open311/**"), path("/v3/api-docs/**"))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * The tables. Whoever is logged in at Cockpit or Admin is known here, too; everybody else logs in here. Administrators of the
     * tables draft; approvers look, decide in Tasklist, and may go back; managers and administrators of the system look.
     */
    @Bean
    @Order(5)
    SecurityFilterChain tableAdministration(HttpSecurity http, Optional<WebappLogin> webapps, Accounts accounts)
            throws Exception {
        return http.securityMatcher(either(path("/rules"), path("/rules/**")))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(path("/rules/login"), path(HttpMethod.GET, "/rules/assets/**"))
                        .permitAll()
                        .requestMatchers(path(HttpMethod.GET, "/rules/changes/*/edit"))
                        .hasRole(RULE_ADMINS)
                        .requestMatchers(path(HttpMethod.GET, "/rules"), path(HttpMethod.GET, "/rules/**"))
                        .hasAnyRole(RULE_ADMINS, RULE_APPROVERS, "managers", AccountsAuthentication.ADMINISTRATOR)
                        .requestMatchers(path(HttpMethod.POST, "/rules/changes/*/rollback"))
                        .hasAnyRole(RULE_ADMINS, RULE_APPROVERS)
                        .anyRequest()
                        .hasRole(RULE_ADMINS))
                .addFilterBefore(new WebappLoginFilter(webapps, accounts), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActingFilter(accounts), AuthorizationFilter.class)
                .formLogin(login -> login.loginPage("/rules/login").defaultSuccessUrl("/rules"))
                .logout(logout -> logout.logoutUrl("/rules/logout").logoutSuccessUrl("/rules/login?out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(EDITOR_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * Personal data: the officers for it alone; operators and coordinators see which consents were withdrawn and decide about
     * them, managers see figures.
     */
    @Bean
    @Order(6)
    SecurityFilterChain dataProtection(HttpSecurity http, Optional<WebappLogin> webapps, Accounts accounts)
            throws Exception {
        return http.securityMatcher(either(path("/data-protection"), path("/data-protection/**")))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(path("/data-protection/login"))
                                .permitAll()
                                .requestMatchers(
                                        path(HttpMethod.GET, "/data-protection"),
                                        path(HttpMethod.POST, "/data-protection/requests/*/withdrawal"))
                                .hasAnyRole(DATA_PROTECTION, "operators", "coordinators")
                                .requestMatchers(path(HttpMethod.GET, "/data-protection/figures"))
                                .hasAnyRole(DATA_PROTECTION, "managers")
                                .anyRequest()
                                .hasRole(DATA_PROTECTION))
                .addFilterBefore(new WebappLoginFilter(webapps, accounts), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActingFilter(accounts), AuthorizationFilter.class)
                .formLogin(login -> login.loginPage("/data-protection/login").defaultSuccessUrl("/data-protection"))
                .logout(logout ->
                        logout.logoutUrl("/data-protection/logout").logoutSuccessUrl("/data-protection/login?out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    @Order(7)
    SecurityFilterChain portal(HttpSecurity http, @Value("${hotline.portal.map.tiles:}") String tiles)
            throws Exception {
        // The token lives in a cookie, not in a session: a citizen may write for an hour and be served by another node.
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        path("/"),
                                        path("/send"),
                                        path(HttpMethod.POST, "/send/proposal"),
                                        path("/petitions"),
                                        path("/received/*"),
                                        path("/my-cases"),
                                        path(HttpMethod.GET, "/my-cases/*"),
                                        path("/track"),
                                        path("/track/**"),
                                        path("/verify/*"),
                                        path("/rate/*"),
                                        path("/demo/**"),
                                        path(HttpMethod.GET, "/limits"),
                                        path(HttpMethod.GET, "/figures"),
                                        path(HttpMethod.GET, "/answered"),
                                        path(HttpMethod.GET, "/answered/*"),
                                        path(HttpMethod.GET, "/answered.geojson"),
                                        path(HttpMethod.GET, "/answered.atom"),
                                        path(HttpMethod.GET, "/privacy"),
                                        path(HttpMethod.GET, "/accessibility"),
                                        path(HttpMethod.GET, "/css/**"),
                                        path(HttpMethod.GET, "/js/**"),
                                        path(HttpMethod.GET, "/map/*"),
                                        path(HttpMethod.GET, "/webjars/leaflet/*/dist/**"),
                                        path(HttpMethod.GET, "/favicon.ico"),
                                        path(HttpMethod.GET, "/favicon.svg"),
                                        path(HttpMethod.GET, "/robots.txt"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                // A stranger learns nothing from trying addresses.
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, refusal) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(withPicturesFrom(tiles)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The city's map server, if there is one, gives pictures to the citizens' pages and nothing else. */
    static String withPicturesFrom(String tiles) {
        return tiles.isBlank()
                ? CONTENT_SECURITY_POLICY
                : CONTENT_SECURITY_POLICY + "; img-src 'self' "
                        + MapTiles.of(tiles).origin();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static RequestMatcher either(RequestMatcher... matchers) {
        return new OrRequestMatcher(matchers);
    }

    // A pattern given as text would be taken for one of Spring MVC and silently miss what Jersey serves.
    private static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static PathPatternRequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
