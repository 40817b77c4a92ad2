package vn.haiphong.hotline1022.adapter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.haiphong.hotline1022.application.port.Accounts;

/** What a request does it does in the name of the person who is logged in. */
class ActingFilter extends OncePerRequestFilter {

    private final Accounts accounts;

    ActingFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        accounts.actAs(authentication.getName());
        try {
            chain.doFilter(request, response);
        } finally {
            accounts.actAsNobody();
        }
    }
}
