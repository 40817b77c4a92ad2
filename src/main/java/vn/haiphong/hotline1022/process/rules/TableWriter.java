package vn.haiphong.hotline1022.process.rules;

import static vn.haiphong.hotline1022.process.rules.TableReader.child;
import static vn.haiphong.hotline1022.process.rules.TableReader.children;
import static vn.haiphong.hotline1022.process.rules.TableReader.text;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Example;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Row;

/** Gives a DMN file other rows and leaves everything else in it as it is. */
final class TableWriter {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final String FEEL = "feel";
    private static final String INDENT = "\n      ";

    private final Document document;
    private final Element table;
    private final List<String> columns;

    private TableWriter(Document document) {
        this.document = document;
        this.table = TableReader.descendants(document.getDocumentElement(), "decisionTable")
                .get(0);
        this.columns = Stream.of("input", "output")
                .flatMap(kind -> children(table, kind).stream())
                .map(column -> column.getAttribute("id"))
                .toList();
    }

    /** @param dmn a file of exactly one table, with the columns of these rows */
    static String withRows(String dmn, List<Row> rows) {
        var document = TableReader.document(dmn.getBytes(StandardCharsets.UTF_8));
        new TableWriter(document).write(rows);
        return written(document);
    }

    private void write(List<Row> rows) {
        var present = children(table, "rule").stream()
                .collect(Collectors.toMap(
                        rule -> rule.getAttribute("id"), Function.identity(), (first, again) -> first));
        children(table, "rule").forEach(this::remove);
        for (var row : rows) {
            var rule = present.remove(row.id());
            table.appendChild(document.createTextNode(INDENT));
            table.appendChild(rule == null ? added(row) : changed(rule, row));
        }
        table.appendChild(document.createTextNode("\n    "));
    }

    /** Together with the white space before it. */
    private void remove(Element rule) {
        var before = rule.getPreviousSibling();
        if (before != null && before.getNodeType() == org.w3c.dom.Node.TEXT_NODE) {
            table.removeChild(before);
        }
        table.removeChild(rule);
    }

    private Element added(Row row) {
        var rule = element("rule");
        var id = isFree(row.id())
                ? row.id()
                : "rule_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        rule.setAttribute("id", id);
        var cells = Stream.concat(row.tests().stream(), row.results().stream()).toList();
        for (var i = 0; i < cells.size(); i++) {
            var entry = element(i < row.tests().size() ? "inputEntry" : "outputEntry");
            entry.setAttribute("id", id + "_" + columns.get(i).replaceFirst("^(input|output)_", ""));
            entry.setAttribute("expressionLanguage", FEEL);
            put(entry, cells.get(i));
            rule.appendChild(entry);
        }
        describe(rule, row);
        return rule;
    }

    /** A name may come from a sheet: it must be one, and nobody else's. */
    private boolean isFree(String id) {
        var all = document.getElementsByTagNameNS("*", "*");
        return NAME.matcher(id).matches()
                && IntStream.range(0, all.getLength())
                        .mapToObj(i -> (Element) all.item(i))
                        .noneMatch(element -> id.equals(element.getAttribute("id")));
    }

    private Element changed(Element rule, Row row) {
        var entries = Stream.of("inputEntry", "outputEntry")
                .flatMap(kind -> children(rule, kind).stream())
                .toList();
        var cells = Stream.concat(row.tests().stream(), row.results().stream()).toList();
        for (var i = 0; i < entries.size() && i < cells.size(); i++) {
            if (!text(entries.get(i)).equals(cells.get(i))) {
                put(entries.get(i), cells.get(i));
            }
        }
        describe(rule, row);
        return rule;
    }

    private void put(Element entry, String cell) {
        var text = child(entry, "text");
        if (text == null) {
            text = element("text");
            entry.appendChild(text);
        }
        text.setTextContent(cell);
    }

    /** The description first and then the extensions: that is their order in the schema. */
    private void describe(Element rule, Row row) {
        var extensions = child(rule, "extensionElements");
        if (extensions == null && !row.examples().isEmpty()) {
            extensions = element("extensionElements");
            var described = child(rule, "description");
            rule.insertBefore(extensions, described == null ? rule.getFirstChild() : described.getNextSibling());
        }
        if (extensions != null) {
            for (var example : children(extensions, TableReader.EXAMPLE)) {
                extensions.removeChild(example);
            }
            for (var example : row.examples()) {
                extensions.appendChild(written(example));
            }
        }
        var description = child(rule, "description");
        if (description == null && !row.says().isBlank()) {
            description = element("description");
            rule.insertBefore(description, rule.getFirstChild());
        }
        if (description != null && !text(description).equals(row.says())) {
            description.setTextContent(row.says());
        }
    }

    private Element written(Example example) {
        var written = ours(TableReader.EXAMPLE);
        written.setAttribute(TableReader.CATCHES, Boolean.toString(example.catches()));
        if (!example.note().isBlank()) {
            written.setAttribute(TableReader.NOTE, example.note());
        }
        example.values().forEach((input, words) -> {
            var value = ours(TableReader.VALUE);
            value.setAttribute(TableReader.INPUT, input);
            value.setTextContent(words);
            written.appendChild(value);
        });
        return written;
    }

    private Element ours(String name) {
        return document.createElementNS(TableReader.HOTLINE, "hotline:" + name);
    }

    private Element element(String name) {
        var prefix = table.getPrefix();
        return document.createElementNS(table.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    }

    private static String written(Document document) {
        try {
            document.setXmlStandalone(true);
            var factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            var out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
