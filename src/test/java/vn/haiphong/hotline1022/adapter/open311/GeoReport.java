package vn.haiphong.hotline1022.adapter.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import vn.haiphong.hotline1022.support.Http;

/**
 * A client that holds every answer against GeoReport v2: the types it names, the elements each document may have and must
 * have, and that the JSON is what the Spark convention makes of the XML.
 */
final class GeoReport {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z)";

    // Container → the one kind of child it has; whatever is not here is a record or a text.
    private static final Map<String, String> LISTS = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "service_request_updates", "request_update",
            "endpoints", "endpoint",
            "formats", "format",
            "photos", "photo",
            "errors", "error");

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "service", Set.of("service_code", "service_name", "description", "metadata", "type", "keywords", "group"),
            "service_definition", Set.of("service_code", "attributes"),
            "attribute",
                    Set.of(
                            "variable",
                            "code",
                            "datatype",
                            "required",
                            "datatype_description",
                            "order",
                            "description",
                            "values"),
            "value", Set.of("key", "name"),
            "request", Set.of("service_request_id"),
            "request_update", Set.of("update_id"),
            "discovery", Set.of("changeset", "contact", "key_service", "endpoints"),
            "endpoint", Set.of("specification", "url", "changeset", "type", "formats"),
            "error", Set.of("code", "description"));

    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "request",
                    Set.of(
                            "token",
                            "account_id",
                            "status",
                            "status_notes",
                            "service_name",
                            "service_code",
                            "description",
                            "agency_responsible",
                            "service_notice",
                            "requested_datetime",
                            "updated_datetime",
                            "expected_datetime",
                            "address",
                            "address_id",
                            "zipcode",
                            "lat",
                            "long",
                            "media_url",
                            "extended_attributes"),
            "request_update",
                    Set.of(
                            "service_request_id",
                            "status",
                            "external_status_code",
                            "updated_datetime",
                            "description",
                            "media_url",
                            "account_id"));

    private static final Map<String, Set<String>> ENUMS = Map.of(
            "datatype", Set.of("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"),
            "metadata", Set.of("true", "false"),
            "variable", Set.of("true", "false"),
            "required", Set.of("true", "false"),
            "status", Set.of("open", "closed"),
            "type", Set.of("realtime", "batch", "blackbox", "production", "test"));

    private final Http http;

    GeoReport(Http http) {
        this.http = http;
    }

    /** @return the JSON, after XML and JSON were found to be right and to say the same */
    JsonNode get(String resource, String query, int status, String... headers) {
        var xml = http.get("/open311/" + resource + ".xml" + query, headers);
        var json = http.get("/open311/" + resource + ".json" + query, headers);
        assertThat(xml.statusCode()).as(xml.body()).isEqualTo(status);
        assertThat(json.statusCode()).isEqualTo(status);
        var fromJson = json(json);
        assertThat(spark(xml(xml))).isEqualTo(texts(fromJson));
        if (status == 200 && resource.startsWith("v2/requests")) {
            fromJson.forEach(GeoReport::checkRequest);
        } else if (status == 200 && resource.equals("v2/services")) {
            fromJson.forEach(GeoReport::checkService);
        } else if (status == 200 && resource.startsWith("v2/services/")) {
            fromJson.get("attributes").forEach(GeoReport::checkAttribute);
        }
        return fromJson;
    }

    // The types of the JSON, as the schemas of validate.open311.org have them.

    private static void checkRequest(JsonNode request) {
        for (var text : List.of("service_request_id", "status", "service_code", "requested_datetime")) {
            assertThat(request.path(text).isTextual()).as(text).isTrue();
        }
        for (var text : List.of(
                "status_notes",
                "service_name",
                "description",
                "agency_responsible",
                "service_notice",
                "address",
                "address_id",
                "zipcode",
                "media_url")) {
            assertThat(request.path(text).isTextual() || request.path(text).isNull())
                    .as(text)
                    .isTrue();
        }
        for (var number : List.of("lat", "long")) {
            assertThat(request.path(number).isNumber() || request.path(number).isNull())
                    .as(number)
                    .isTrue();
        }
        for (var moment : List.of("requested_datetime", "updated_datetime", "expected_datetime")) {
            if (request.has(moment)) {
                assertThat(request.get(moment).asText()).as(moment).matches(MOMENT);
            }
        }
        assertThat(request.get("description").asText().length()).isLessThanOrEqualTo(4000);
        if (request.get("media_url").isTextual()) {
            assertThat(URI.create(request.get("media_url").asText()).isAbsolute())
                    .isTrue();
        }
    }

    private static void checkService(JsonNode service) {
        for (var text : List.of("service_code", "service_name", "description", "type", "keywords", "group")) {
            assertThat(service.path(text).isTextual() || service.path(text).isNull())
                    .as(text)
                    .isTrue();
        }
        assertThat(service.get("service_code").isTextual()
                        && service.get("service_name").isTextual())
                .isTrue();
        assertThat(service.get("metadata").isBoolean()).isTrue();
    }

    private static void checkAttribute(JsonNode attribute) {
        assertThat(attribute.get("variable").isBoolean()
                        && attribute.get("required").isBoolean()
                        && attribute.get("code").isTextual()
                        && attribute.get("order").isInt())
                .isTrue();
        attribute
                .get("values")
                .forEach(value -> assertThat(value.get("key").isTextual()
                                && value.get("name").isTextual())
                        .isTrue());
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(type(answer)).isEqualTo("application/json;charset=utf-8");
        try {
            return JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    static Element xml(HttpResponse<String> answer) {
        assertThat(type(answer)).isEqualTo("text/xml;charset=utf-8");
        assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.body())))
                    .getDocumentElement();
            check(root);
            return root;
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .toLowerCase()
                .replace(" ", "");
    }

    private static void check(Element element) {
        var name = element.getTagName();
        var names = children(element).stream().map(Element::getTagName).toList();
        if (LISTS.containsKey(name)) {
            assertThat(names).as(name).allMatch(LISTS.get(name)::equals);
        } else if (REQUIRED.containsKey(name)) {
            assertThat(names).as(name).doesNotHaveDuplicates().containsAll(REQUIRED.get(name));
            assertThat(names)
                    .as(name)
                    .allMatch(one -> REQUIRED.get(name).contains(one)
                            || OPTIONAL.getOrDefault(name, Set.of()).contains(one));
        } else if (names.isEmpty()) {
            var text = element.getTextContent();
            if (ENUMS.containsKey(name)) {
                assertThat(ENUMS.get(name)).as(name).contains(text);
            }
            if (name.endsWith("_datetime") && !text.isEmpty()) {
                assertThat(text).as(name).matches(MOMENT);
            }
        }
        children(element).forEach(GeoReport::check);
    }

    private static List<Element> children(Element element) {
        var all = element.getChildNodes();
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    /** What the convention makes of it, every value as text. */
    private static JsonNode spark(Element element) {
        if (LISTS.containsKey(element.getTagName())) {
            var array = JSON.createArrayNode();
            children(element).forEach(child -> array.add(spark(child)));
            return array;
        }
        var children = children(element);
        if (children.isEmpty()) {
            return element.getTextContent().isEmpty()
                    ? JSON.nullNode()
                    : JSON.getNodeFactory().textNode(element.getTextContent());
        }
        var object = JSON.createObjectNode();
        children.forEach(child -> object.set(child.getTagName(), spark(child)));
        return object;
    }

    private static JsonNode texts(JsonNode node) {
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(one -> array.add(texts(one)));
            return array;
        }
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.fields().forEachRemaining(field -> object.set(field.getKey(), texts(field.getValue())));
            return object;
        }
        return node.isNull() ? node : JSON.getNodeFactory().textNode(node.asText());
    }
}
