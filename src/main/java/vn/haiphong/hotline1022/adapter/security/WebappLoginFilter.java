package vn.haiphong.hotline1022.adapter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.haiphong.hotline1022.application.port.Accounts;
import vn.haiphong.hotline1022.application.port.WebappLogin;

/** Who is logged in at the webapps need not log in again; asked anew for each request, so that a logout there is one here. */
class WebappLoginFilter extends OncePerRequestFilter {

    private final Optional<WebappLogin> webapps;
    private final Accounts accounts;

    WebappLoginFilter(Optional<WebappLogin> webapps, Accounts accounts) {
        this.webapps = webapps;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var context = SecurityContextHolder.getContext();
        if (session != null && context.getAuthentication() == null) {
            webapps.flatMap(login -> login.userOf(session::getAttribute)).ifPresent(user -> {
                var known = SecurityContextHolder.createEmptyContext();
                known.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user, null, AccountsAuthentication.rolesOf(accounts.groupsOf(user))));
                SecurityContextHolder.setContext(known);
            });
        }
        chain.doFilter(request, response);
    }
}
