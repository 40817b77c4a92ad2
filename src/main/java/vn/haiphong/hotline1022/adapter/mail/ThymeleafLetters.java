package vn.haiphong.hotline1022.adapter.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/**
 * The letters of the house, from resources "letters/": the text template begins with the subject and an empty line. They have
 * an engine of their own; the one of the web pages knows requests, and letters have none.
 */
@Component
class ThymeleafLetters implements Letters {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ITemplateEngine templates = engine();
    private final Map<String, Object> house;

    ThymeleafLetters(
            @Value("${hotline.portal-url}") String portal,
            @Value("${hotline.phone:(0225) 1022}") String phone,
            @Value("${hotline.limits.supplement:}") String supplementLimit) {
        this.house = Map.of(
                "portalUrl",
                portal,
                "tasklistUrl",
                portal + "/camunda/app/tasklist/",
                "hotline",
                phone,
                "supplementWithin",
                supplementLimit.isBlank() ? "" : words(Limit.parse(supplementLimit)));
    }

    @Override
    public Letter write(String template, Map<String, Object> facts) {
        var known = new HashMap<>(house);
        known.putAll(facts);
        known.put("paragraphs", paragraphs(facts.getOrDefault("text", "").toString()));
        var context = new Context(VIETNAMESE, known);
        var text = templates.process(template + ".txt", context).strip();
        var end = text.indexOf('\n');
        var subject = text.substring(0, end).strip();
        context.setVariable("subject", subject);
        return new Letter(
                subject,
                text.substring(end).strip() + "\n",
                templates.process(template + ".html", context).strip() + "\n");
    }

    @Override
    public String brief(String template, Map<String, Object> facts) {
        var known = new HashMap<>(house);
        known.putAll(facts);
        return templates
                .process("sms/" + template + ".txt", new Context(VIETNAMESE, known))
                .strip();
    }

    /** Paragraphs of lines, so that HTML keeps the layout somebody gave the text. */
    private static List<List<String>> paragraphs(String text) {
        var paragraphs = new ArrayList<List<String>>();
        for (var paragraph : text.strip().split("\\R(?:[ \\t]*\\R)+")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(Arrays.asList(paragraph.split("\\R")));
            }
        }
        return paragraphs;
    }

    private static String words(Limit limit) {
        var length = limit.days() > 0 ? limit.days() + " ngày" : limit.time().toHours() + " giờ";
        return limit.clock() == Limit.Clock.working ? length + " làm việc" : length;
    }

    private static ITemplateEngine engine() {
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(ThymeleafLetters.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(true);
        return resolver;
    }
}
