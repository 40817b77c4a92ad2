package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what 1022 takes, what it does not, and room to say it at once. */
@Controller
class HomePages {

    @GetMapping("/")
    ModelAndView home(HttpServletResponse response) {
        // Not "no-store": going back must find what was typed.
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        return new ModelAndView("portal/home").addObject("form", PetitionForm.empty());
    }
}
