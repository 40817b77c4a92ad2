package vn.haiphong.hotline1022.adapter.open311;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer, written once and said in both formats: as XML, and as the JSON that the Spark convention makes of the same XML
 * (the root is dropped, a list is an array even of one, what is empty is null).
 */
final class Tree {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter W3C = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Tree() {}

    /** @param body {@link Fields} or a {@link Listing} */
    record Document(String root, Object body) {

        byte[] in(Format format) {
            return format == Format.XML ? xml() : json();
        }

        private byte[] xml() {
            var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            writeXml(root, body, text);
            return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        }

        private byte[] json() {
            var bytes = new ByteArrayOutputStream();
            try (var generator = JSON.createGenerator(bytes)) {
                writeJson(body, generator);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /** Named values in order: null, text, truth, number, moment, {@link Fields} or {@link Listing}. */
    static final class Fields {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Fields withKnown(String name, Object value) {
            return value == null ? this : with(name, value);
        }
    }

    /** @param items each one {@link Fields} or a text */
    record Listing(String item, List<?> items) {}

    private static void writeXml(String name, Object value, StringBuilder text) {
        if (value instanceof Fields fields) {
            text.append('<').append(name).append('>');
            fields.values.forEach((field, one) -> writeXml(field, one, text));
            text.append("</").append(name).append('>');
        } else if (value instanceof Listing list) {
            text.append('<').append(name).append('>');
            list.items().forEach(item -> writeXml(list.item(), item, text));
            text.append("</").append(name).append('>');
        } else if (value == null || "".equals(value)) {
            text.append('<').append(name).append("/>");
        } else {
            text.append('<').append(name).append('>');
            escape(value instanceof Instant at ? w3c(at) : clean(value.toString()), text);
            text.append("</").append(name).append('>');
        }
    }

    private static void escape(String plain, StringBuilder text) {
        for (var i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;"); // else a reader makes a line feed of it
                default -> text.append(c);
            }
        }
    }

    private static void writeJson(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Fields fields) {
            json.writeStartObject();
            for (var field : fields.values.entrySet()) {
                json.writeFieldName(field.getKey());
                writeJson(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof Listing list) {
            json.writeStartArray();
            for (var item : list.items()) {
                writeJson(item, json);
            }
            json.writeEndArray();
        } else if (value == null || "".equals(value)) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value instanceof Instant at ? w3c(at) : clean(value.toString()));
        }
    }

    static String w3c(Instant at) {
        return W3C.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(OFFICE).toOffsetDateTime());
    }

    /** Without what XML 1.0 cannot hold, however it came into the register; so that both formats say the same. */
    static String clean(String text) {
        if (text.codePoints().allMatch(Tree::isText)) {
            return text;
        }
        return text.codePoints()
                .filter(Tree::isText)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isText(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
