package vn.haiphong.hotline1022.application.inform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Agencies;

/** What agencies, fields and steps are called on the board, and what each number counts. */
@Component
public class FigureNames {

    /** Stands for 1022 itself wherever somebody chooses an agency; the register has an empty code. */
    static final String HOUSE = "1022";

    static final String CONFIDENTIAL = "mat";

    private final Agencies agencies;
    private final Words words;

    FigureNames(Agencies agencies, Words words) {
        this.agencies = agencies;
        this.words = words;
    }

    /** Agency codes and names as they are or were last called. */
    public Map<String, String> agencies() {
        var names = new LinkedHashMap<String, String>();
        names.put("", "Tổng đài 1022");
        agencies.ever().forEach(agency -> names.put(agency.code(), agency.name()));
        return names;
    }

    String field(String field) {
        return field == null || field.isEmpty() ? "Chưa phân loại" : words.of("field", field);
    }

    public String step(String step) {
        return words.of("step", step);
    }

    static String level(int level) {
        return level == 0 ? "Chưa báo" : "Cấp " + level;
    }

    /** The definitions of these figures, by name. */
    Map<String, String> definitions(List<String> figures) {
        var definitions = new LinkedHashMap<String, String>();
        figures.forEach(figure -> definitions.put(figure, words.of("figure", figure)));
        return definitions;
    }

    static String toRegister(String agency) {
        return HOUSE.equals(agency) ? "" : agency;
    }

    static String toReader(String agency) {
        return agency.isEmpty() ? HOUSE : agency;
    }
}
