package vn.haiphong.hotline1022.adapter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each page of the webapps has the nonce that its own header names. Camunda's filter draws one for every request and leaves it in
 * the context of the whole application, where the page takes it up a moment later: meanwhile another request may have drawn
 * the next, and then the browser runs none of the page's scripts. Here each request finds its own.
 */
@Component
@Order(PageNonceFilter.BEFORE_CAMUNDA)
class PageNonceFilter extends OncePerRequestFilter {

    static final int BEFORE_CAMUNDA = -109;
    static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var own = ownContext(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    private static ServletContext ownContext(HttpServletRequest request) {
        var shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(
                PageNonceFilter.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && NONCE.equals(arguments[0])) {
                        switch (method.getName()) {
                            case "setAttribute" -> {
                                request.setAttribute(NONCE, arguments[1]);
                                return null;
                            }
                            case "getAttribute" -> {
                                return request.getAttribute(NONCE);
                            }
                            default -> {}
                        }
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
