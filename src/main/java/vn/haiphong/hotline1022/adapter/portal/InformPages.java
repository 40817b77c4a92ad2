package vn.haiphong.hotline1022.adapter.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.PublishFigures;
import vn.haiphong.hotline1022.application.inform.PublishLimits;
import vn.haiphong.hotline1022.application.inform.RateAnswers;
import vn.haiphong.hotline1022.application.port.CaseResults.Outcomes;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** What everybody may read without having sent anything: limits, figures, how the pages treat people and their data. */
@Controller
class InformPages {

    private static final int USUAL_PERIOD = 90;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;

    private final PublishLimits limits;
    private final PublishFigures figures;
    private final MessageSource messages;

    InformPages(PublishLimits limits, PublishFigures figures, MessageSource messages) {
        this.limits = limits;
        this.figures = figures;
        this.messages = messages;
    }

    /** The limits of a row in words; null where there is none. */
    record LimitRow(String when, String forward, String accept, String safe, String answer, String extension) {}

    /** @param name of the urgency */
    record LimitGroup(String urgency, String name, List<LimitLine> lines) {}

    /** @param lang of what it is about, if it is not that of the page */
    record LimitLine(String what, String lang, String forward, String safe, String answer) {}

    /**
     * @param settled share of the answers after which the matter was settled
     * @param median null while nothing was answered
     * @param outcomes null likewise
     */
    record FigureRow(
            String name,
            long counted,
            long onTime,
            long extended,
            long late,
            long open,
            Share share,
            Share settled,
            boolean small,
            String median,
            Outcomes outcomes) {}

    /** @param words "93 %", or a dash; @param bar its whole number, for the drawing */
    record Share(String words, Integer bar) {

        static Share of(long part, long whole) {
            if (whole == 0) {
                return new Share("–", null);
            }
            var share = (int) Math.floorDiv(part * 100, whole);
            return new Share(share + " %", share);
        }
    }

    @GetMapping("/limits")
    ModelAndView limits(Locale locale) {
        var page = new ModelAndView("portal/limits");
        limits.now().ifPresent(published -> {
            page.addObject("since", OfficeTime.words(published.since(), locale));
            page.addObject(
                    "groups",
                    published.groups().stream()
                            .map(group -> group(group, locale))
                            .toList());
            page.addObject(
                    "rows",
                    published.rows().stream()
                            .map(row -> new LimitRow(
                                    row.when(),
                                    words(row.forward(), locale),
                                    words(row.accept(), locale),
                                    words(row.safe(), locale),
                                    words(row.answer(), locale),
                                    words(row.extension(), locale)))
                            .toList());
        });
        return page;
    }

    @GetMapping("/figures")
    ModelAndView figures(@RequestParam(defaultValue = "") String days, Locale locale) {
        var period = PublishFigures.PERIODS.stream()
                .filter(one -> one.toString().equals(days))
                .findFirst()
                .orElse(USUAL_PERIOD);
        var published = figures.ofLast(period);
        var rates = published.rates();
        return new ModelAndView("portal/figures")
                .addObject("periods", PublishFigures.PERIODS)
                .addObject("period", period)
                .addObject("from", OfficeTime.words(rates.from(), locale))
                .addObject("to", OfficeTime.words(rates.to(), locale))
                .addObject("at", OfficeTime.words(rates.at(), locale))
                .addObject("smallNumber", rates.smallNumber())
                .addObject("total", row(rates.total(), published.allOutcomes(), locale))
                .addObject(
                        "agencies",
                        rates.byAgency().stream()
                                .filter(line -> line.counted() > 0)
                                .map(line -> row(line, published.outcomes().get(line.key()), locale))
                                .toList());
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility() {
        return new ModelAndView("portal/accessibility");
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return new ModelAndView("portal/privacy");
    }

    private LimitGroup group(PublishLimits.Group group, Locale locale) {
        UnaryOperator<String> say = key -> messages.getMessage(key, null, limits.say(key), locale);
        return new LimitGroup(
                group.urgency(),
                say.apply("urgencyOfMatters." + group.urgency()),
                group.lines().stream()
                        .map(line -> new LimitLine(
                                group.inWords(line, say),
                                line.isInFull() ? "vi" : null,
                                words(line.forward(), locale),
                                words(line.safe(), locale),
                                words(line.answer(), locale)))
                        .toList());
    }

    private FigureRow row(RateAnswers.Line line, Outcomes outcomes, Locale locale) {
        return new FigureRow(
                line.name(),
                line.counted(),
                line.onTime(),
                line.extended(),
                line.late(),
                line.open(),
                Share.of(line.onTime(), line.counted()),
                outcomes == null ? Share.of(0, 0) : Share.of(outcomes.settled(), outcomes.answered()),
                line.small(),
                line.medianSeconds() == null ? null : within(line.medianSeconds(), locale),
                outcomes);
    }

    /** Never shorter than it took. */
    private String within(long seconds, Locale locale) {
        var unit = seconds <= HOUR ? "minutes" : seconds <= 2 * DAY_SECONDS ? "hours" : "days";
        var size = seconds <= HOUR ? MINUTE : seconds <= 2 * DAY_SECONDS ? HOUR : DAY_SECONDS;
        return messages.getMessage("figures." + unit, new Object[] {Math.max(1, (seconds + size - 1) / size)}, locale);
    }

    private String words(Optional<Limit> limit, Locale locale) {
        return limit.map(one -> words(one, locale)).orElse(null);
    }

    private String words(Limit limit, Locale locale) {
        var clock = "limit." + limit.clock() + ".";
        if (limit.days() > 0) {
            return messages.getMessage(clock + "days", new Object[] {limit.days()}, locale);
        }
        var minutes = limit.time().toMinutes();
        return minutes % 60 == 0
                ? messages.getMessage(clock + "hours", new Object[] {minutes / 60}, locale)
                : messages.getMessage(clock + "minutes", new Object[] {minutes}, locale);
    }
}
