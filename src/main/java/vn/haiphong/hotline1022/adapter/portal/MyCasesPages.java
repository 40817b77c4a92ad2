package vn.haiphong.hotline1022.adapter.portal;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.OwnCases;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.CaseLinks.OwnCase;
import vn.haiphong.hotline1022.application.port.RateLimits;
import vn.haiphong.hotline1022.application.reply.SendCaseLink;

/**
 * All cases of an address or a telephone, for whoever reads its mail or messages. Whether it is known is found out after the
 * answer has gone: it is the same, and as fast, for every one.
 */
@Controller
@RequestMapping("/my-cases")
class MyCasesPages {

    private static final Logger LOG = LoggerFactory.getLogger(MyCasesPages.class);
    private static final int A_MINUTE = 5;
    private static final int MOST_WAITING = 200;
    private static final int LONGEST = 254;
    private static final Pattern TELEPHONE = Pattern.compile("\\+?(?:[ .()-]?\\d){8,15}");

    private final OwnCases ownCases;
    private final SendCaseLink send;
    private final Words words;
    private final MessageSource messages;
    private final Pace pace;
    private final ExecutorService afterwards = new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), new ThreadPoolExecutor.DiscardPolicy());

    MyCasesPages(OwnCases ownCases, SendCaseLink send, Words words, MessageSource messages, RateLimits limits) {
        this.ownCases = ownCases;
        this.send = send;
        this.words = words;
        this.messages = messages;
        this.pace = new Pace(limits, "my-cases", A_MINUTE);
    }

    record Line(String code, String key, String status, String field, String receivedAt, String dueAt) {}

    @ModelAttribute
    void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    ModelAndView ask() {
        return page(HttpStatus.OK);
    }

    /** What it says of telephones is said only where an SMS can be sent. */
    private ModelAndView page(HttpStatus status) {
        return new ModelAndView("portal/my-cases", status).addObject("bySms", send.reachesTelephones());
    }

    @PostMapping
    ModelAndView send(@RequestParam(defaultValue = "") String contact, HttpServletRequest request) {
        var given = contact.strip();
        if (!isAddress(given)
                && !(send.reachesTelephones() && TELEPHONE.matcher(given).matches())) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("contact", contact)
                    .addObject("fault", send.reachesTelephones() ? "my-cases.fault.sms" : "my-cases.fault");
        }
        if (!pace.allows(request.getRemoteAddr())) {
            return page(HttpStatus.TOO_MANY_REQUESTS)
                    .addObject("contact", contact)
                    .addObject("fault", "my-cases.wait");
        }
        afterwards.execute(() -> sendTo(given));
        return page(HttpStatus.OK).addObject("sent", true);
    }

    private static boolean isAddress(String given) {
        return given.length() <= LONGEST && given.matches("[^\\s@]{1,64}@[^\\s@]{1,190}") && given.indexOf('\0') < 0;
    }

    private void sendTo(String address) {
        try {
            send.to(address);
        } catch (RuntimeException e) {
            // No more than its kind: the message may name the address.
            LOG.warn(
                    "A link to somebody's own cases could not be sent: {}",
                    e.getClass().getSimpleName());
        }
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable String token, Locale locale) {
        return ownCases.by(token)
                .map(cases -> new ModelAndView("portal/my-cases-list")
                        .addObject(
                                "cases",
                                cases.stream().map(one -> line(one, locale)).toList()))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND).addObject("fault", "my-cases.expired"));
    }

    private Line line(OwnCase one, Locale locale) {
        var status = one.state().citizenStatus();
        return new Line(
                one.code(),
                one.trackingKey(),
                messages.getMessage("citizenStatus." + status, null, status.words(), locale),
                one.field() == null ? null : words.of("field", one.field()),
                OfficeTime.words(one.receivedAt(), locale),
                OfficeTime.words(one.dueAt(), locale));
    }

    @PreDestroy
    void close() {
        afterwards.shutdown();
    }
}
