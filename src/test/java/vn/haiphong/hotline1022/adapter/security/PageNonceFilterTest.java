package vn.haiphong.hotline1022.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** A page and the header it is sent with name the same nonce, whatever else is asked for meanwhile. */
class PageNonceFilterTest {

    private final MockServletContext house = new MockServletContext();
    private final PageNonceFilter filter = new PageNonceFilter();

    private void request(String path, FilterChain chain) throws Exception {
        filter.doFilter(new MockHttpServletRequest(house, "GET", path), new MockHttpServletResponse(), chain);
    }

    @Test
    void another_request_between_the_header_and_the_page_changes_nothing() throws Exception {
        house.setAttribute("else", "shared");

        request("/camunda/app/tasklist/default/", (page, response) -> {
            page.getServletContext().setAttribute(PageNonceFilter.NONCE, "of the page");
            try {
                request(
                        "/camunda/api/engine",
                        (other, answer) -> other.getServletContext().setAttribute(PageNonceFilter.NONCE, "of another"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }

            assertThat(page.getServletContext().getAttribute(PageNonceFilter.NONCE))
                    .isEqualTo("of the page");
            assertThat(page.getServletContext().getAttribute("else")).isEqualTo("shared");
        });
        assertThat(house.getAttribute(PageNonceFilter.NONCE)).isNull();
    }
}
