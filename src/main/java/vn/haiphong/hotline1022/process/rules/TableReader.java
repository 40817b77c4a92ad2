package vn.haiphong.hotline1022.process.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import vn.haiphong.hotline1022.domain.rules.HitPolicy;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/**
 * Reads decision tables out of a DMN file, whatever its version and whoever wrote it. The file may come from a stranger: it is
 * small, or not read; it names no document type, so nothing in it grows or fetches anything.
 */
public final class TableReader {

    /** Seven times the largest table as shipped. */
    static final int LARGEST = 5_000_000;

    /** Namespace of what the house itself writes into a table. */
    static final String HOTLINE = "http://1022.haiphong.gov.vn/dmn";

    static final String EXAMPLE = "example";
    static final String CATCHES = "catches";
    static final String NOTE = "note";
    static final String VALUE = "value";
    static final String INPUT = "input";

    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20180521/FEEL/",
            "http://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private TableReader() {}

    /** The file cannot be read as a decision table; says why in Vietnamese. */
    public static final class Unreadable extends RuntimeException {

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The only table of the file.
     *
     * @throws Unreadable if there are none or several
     */
    public static RuleTable one(byte[] file) {
        var all = all(file);
        if (all.size() != 1) {
            throw new Unreadable("Tệp phải có đúng một bảng quyết định, tệp này có " + all.size() + ".", null);
        }
        return all.get(0);
    }

    public static RuleTable one(InputStream file) throws IOException {
        return one(file.readNBytes(LARGEST + 1));
    }

    /** @throws Unreadable */
    public static List<RuleTable> all(byte[] file) {
        var document = document(file);
        var language = document.getDocumentElement().getAttribute("expressionLanguage");
        return descendants(document.getDocumentElement(), "decisionTable").stream()
                .map(table -> new OneTable(table, language).read())
                .toList();
    }

    /** What the decision of the first table is about, in its author's words; empty if none were written. */
    static String description(byte[] file) {
        return descendants(document(file).getDocumentElement(), "decisionTable").stream()
                .findFirst()
                .map(table -> table.getParentNode() instanceof Element owner ? text(child(owner, "description")) : "")
                .orElse("");
    }

    static Document document(byte[] file) {
        if (file.length > LARGEST) {
            throw new Unreadable("Tệp quá lớn: quá " + LARGEST / 1_000_000 + " MB.", null);
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Thrown());
            return builder.parse(new ByteArrayInputStream(file));
        } catch (SAXException | IOException e) {
            throw new Unreadable("Tệp không phải là DMN đọc được: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Thrown, not printed. */
    private static final class Thrown implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // is none
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static final class OneTable {

        private final Element table;
        private final String language;
        private final Map<String, String> languages = new HashMap<>();

        OneTable(Element table, String language) {
            this.table = table;
            this.language = language;
        }

        RuleTable read() {
            var inputs = new ArrayList<RuleTable.Input>();
            for (var input : children(table, "input")) {
                var id = idOf(input, "input_" + (inputs.size() + 1));
                var expression = child(input, "inputExpression");
                note(id, expression);
                var written = expression == null ? "" : text(expression);
                inputs.add(new RuleTable.Input(
                        id,
                        orElse(input.getAttribute("label"), written),
                        written,
                        expression == null ? "" : plain(expression.getAttribute("typeRef"))));
            }
            var outputs = new ArrayList<RuleTable.Output>();
            for (var output : children(table, "output")) {
                var name = output.getAttribute("name");
                outputs.add(new RuleTable.Output(
                        idOf(output, "output_" + (outputs.size() + 1)),
                        orElse(output.getAttribute("label"), name),
                        name,
                        plain(output.getAttribute("typeRef"))));
            }
            var rows = new ArrayList<RuleTable.Row>();
            for (var rule : children(table, "rule")) {
                var id = idOf(rule, "rule_" + (rows.size() + 1));
                rows.add(new RuleTable.Row(
                        id,
                        orElse(text(child(rule, "description")), text(child(rule, "annotationEntry"))),
                        cells(
                                id,
                                children(rule, "inputEntry"),
                                inputs.stream().map(RuleTable.Input::id).toList()),
                        cells(
                                id,
                                children(rule, "outputEntry"),
                                outputs.stream().map(RuleTable.Output::id).toList()),
                        examples(rule)));
            }
            var owner = owner();
            return new RuleTable(
                    owner.getAttribute("id"),
                    orElse(owner.getAttribute("name"), owner.getAttribute("id")),
                    hitPolicy(),
                    inputs,
                    outputs,
                    rows,
                    languages);
        }

        private static List<RuleTable.Example> examples(Element rule) {
            var extensions = child(rule, "extensionElements");
            if (extensions == null) {
                return List.of();
            }
            return children(extensions, EXAMPLE).stream()
                    .filter(example -> HOTLINE.equals(example.getNamespaceURI()))
                    .map(example -> {
                        var values = new LinkedHashMap<String, String>();
                        children(example, VALUE)
                                .forEach(value -> values.put(value.getAttribute(INPUT), value.getTextContent()));
                        return new RuleTable.Example(
                                !"false".equals(example.getAttribute(CATCHES)), example.getAttribute(NOTE), values);
                    })
                    .toList();
        }

        private List<String> cells(String row, List<Element> entries, List<String> columns) {
            return IntStream.range(0, columns.size())
                    .mapToObj(i -> {
                        if (i >= entries.size()) {
                            return "";
                        }
                        note(RuleTable.cell(row, columns.get(i)), entries.get(i));
                        return text(entries.get(i));
                    })
                    .toList();
        }

        private void note(String place, Element expression) {
            var named = expression == null ? "" : expression.getAttribute("expressionLanguage");
            var spoken = orElse(named, language);
            if (!spoken.isEmpty() && !FEEL.contains(spoken) && !"feel".equalsIgnoreCase(spoken)) {
                languages.put(place, spoken);
            }
        }

        private HitPolicy hitPolicy() {
            var policy = orElse(table.getAttribute("hitPolicy"), "UNIQUE").replace(' ', '_');
            var aggregation = table.getAttribute("aggregation");
            try {
                return HitPolicy.valueOf(
                        "COLLECT".equals(policy) && !aggregation.isEmpty() ? policy + "_" + aggregation : policy);
            } catch (IllegalArgumentException e) {
                throw new Unreadable("Không có cách chọn dòng \"" + policy + "\".", e);
            }
        }

        /** The decision, or whatever else the table stands in. */
        private Element owner() {
            for (Node node = table.getParentNode(); node instanceof Element element; node = element.getParentNode()) {
                if (!element.getAttribute("id").isEmpty()
                        && Set.of("decision", "businessKnowledgeModel").contains(element.getLocalName())) {
                    return element;
                }
            }
            return table;
        }
    }

    /** "feel:string" of other tools is "string". */
    private static String plain(String type) {
        return type.startsWith("feel:") ? type.substring("feel:".length()) : type;
    }

    private static String idOf(Element element, String otherwise) {
        return orElse(element.getAttribute("id"), otherwise);
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    static String text(Element element) {
        if (element == null) {
            return "";
        }
        var text = child(element, "text");
        return (text == null ? element : text).getTextContent().strip();
    }

    static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> descendants(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
