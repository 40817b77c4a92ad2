package vn.haiphong.hotline1022.adapter.api;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/**
 * A body read strictly: what is not exactly JSON in UTF-8 is refused instead of guessed at, and each field of a wrong type
 * is named. Read all fields, then call {@link #checked}.
 */
class JsonBody {

    private static final int DEEPEST = 20;
    // As numbers of any size stay exact, 1e999 is seen for what it is.
    private static final JsonMapper STRICT = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode root;
    private final List<Fault> faults = new ArrayList<>();

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    /** @throws MalformedBody if it is not one JSON object in UTF-8 */
    static JsonBody of(byte[] bytes) {
        var root = parsed(decoded(bytes == null ? new byte[0] : bytes));
        if (root == null || !root.isObject()) {
            throw new MalformedBody(
                    "Nội dung gửi phải là một đối tượng JSON, dạng {…}.", "The body must be a JSON object, like {…}.");
        }
        return new JsonBody(root);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedBody("Nội dung gửi có byte không phải UTF-8.", "The body has bytes that are not UTF-8.");
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            var line = where == null ? 1 : where.getLineNr();
            var column = where == null ? 1 : where.getColumnNr();
            throw new MalformedBody(
                    "JSON không hợp lệ (sai cú pháp, trường lặp lại hoặc lồng quá sâu), gần dòng " + line + ", cột "
                            + column + ".",
                    "Invalid JSON (syntax, repeated field or nested too deeply), near line " + line + ", column "
                            + column + ".");
        }
    }

    /** @return null if absent or of a wrong type */
    String text(String path) {
        var node = at(path);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            faults.add(new Fault(path, "Phải là chuỗi ký tự trong dấu nháy kép", "Must be a string"));
            return null;
        }
        return node.textValue();
    }

    /** @return null if absent or of a wrong type; infinite if too large */
    Double number(String path) {
        var node = at(path);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            faults.add(new Fault(path, "Phải là số, không có dấu nháy kép", "Must be a number"));
            return null;
        }
        return node.doubleValue();
    }

    Integer wholeNumber(String path) {
        var node = at(path);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            faults.add(new Fault(path, "Phải là số nguyên, không có dấu nháy kép", "Must be a whole number"));
            return null;
        }
        return node.intValue();
    }

    /** @return false if absent: silence is not consent */
    boolean flag(String path) {
        var node = at(path);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            faults.add(new Fault(path, "Phải là true hoặc false", "Must be true or false"));
            return false;
        }
        return node.booleanValue();
    }

    /** Every field of a wrong type that was read. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** @throws WrongTypes naming every field of a wrong type that was read */
    void checked() {
        if (!faults.isEmpty()) {
            throw new WrongTypes(faults);
        }
    }

    private JsonNode at(String path) {
        var node = root;
        var walked = new StringBuilder();
        for (var name : path.split("\\.")) {
            if (!node.isObject()) {
                wrongObject(walked.toString());
                return null;
            }
            walked.append(walked.isEmpty() ? "" : ".").append(name);
            node = node.get(name);
            if (node == null || node.isNull()) {
                return null;
            }
        }
        return node;
    }

    private void wrongObject(String path) {
        if (faults.stream().noneMatch(fault -> fault.field().equals(path))) {
            faults.add(new Fault(path, "Phải là một đối tượng JSON, dạng {…}", "Must be a JSON object, like {…}"));
        }
    }
}
