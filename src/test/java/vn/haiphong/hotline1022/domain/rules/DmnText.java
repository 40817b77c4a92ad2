package vn.haiphong.hotline1022.domain.rules;

import java.nio.charset.StandardCharsets;

/** A table written as a DMN file, for the engines to read. */
final class DmnText {

    private DmnText() {}

    static byte[] of(RuleTable table) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"http://x\">\n"
                + "<decision id=\"" + table.key() + "\" name=\"" + escaped(table.name())
                + "\"><decisionTable id=\"table\" hitPolicy=\""
                + table.hitPolicy().name().replace('_', ' ') + "\">\n");
        for (var input : table.inputs()) {
            xml.append(
                    "<input id=\"" + input.id() + "\" label=\"" + escaped(input.label()) + "\"><inputExpression id=\"e_"
                            + input.id() + "\"" + type(input.type()) + "><text>" + escaped(input.expression())
                            + "</text></inputExpression></input>\n");
        }
        for (var output : table.outputs()) {
            xml.append(
                    "<output id=\"" + output.id() + "\" name=\"" + output.name() + "\"" + type(output.type()) + "/>\n");
        }
        for (var row : table.rows()) {
            xml.append("<rule id=\"" + row.id() + "\">");
            row.tests()
                    .forEach(cell -> xml.append("<inputEntry id=\"i" + xml.length() + "\"><text>" + escaped(cell)
                            + "</text></inputEntry>"));
            row.results()
                    .forEach(cell -> xml.append("<outputEntry id=\"o" + xml.length() + "\"><text>" + escaped(cell)
                            + "</text></outputEntry>"));
            xml.append("</rule>\n");
        }
        return xml.append("</decisionTable></decision></definitions>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String type) {
        return type.isEmpty() ? "" : " typeRef=\"" + type + "\"";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
