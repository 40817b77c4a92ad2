package vn.haiphong.hotline1022;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a step rests on, as its documentation says: the letter, a law, or a numbered assumption. Nothing else is a ground. */
final class Grounds {

    static final Pattern GROUND = Pattern.compile("Công văn mục \\d+"
            + "|TT \\d+/\\d{4}/[\\p{Lu}-]+(?: Điều \\d+)?"
            + "|(?:Luật [\\p{L} ]+?|BLDS) \\d{4}(?: Điều \\d+(?:, \\d+)*)?"
            + "|(?<![A-Za-z0-9-])A-\\d\\d(?!\\d)");

    private Grounds() {}

    static List<String> of(BaseElement element) {
        return GROUND.matcher(documentationOf(element))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    static String documentationOf(BaseElement element) {
        return String.join(
                "\n",
                element.getChildElementsByType(Documentation.class).stream()
                        .map(ModelElementInstance::getTextContent)
                        .toList());
    }
}
