package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.haiphong.hotline1022.adapter.open311.Tree.Document;
import vn.haiphong.hotline1022.adapter.open311.Tree.Fields;
import vn.haiphong.hotline1022.adapter.open311.Tree.Listing;
import vn.haiphong.hotline1022.application.inform.Language;
import vn.haiphong.hotline1022.application.inform.ListServices;
import vn.haiphong.hotline1022.application.inform.ListServices.OfferedService;
import vn.haiphong.hotline1022.application.port.Jurisdictions.AttributeRow;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Text;

/** What can be reported: the discovery document, the services, and what each of them asks. */
@RestController
class ServicesController {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final ListServices services;
    private final Caller caller;
    private final String portal;
    private final List<String> types;

    ServicesController(
            ListServices services,
            Caller caller,
            @Value("${hotline.portal-url}") String portal,
            @Value("${hotline.open311.type}") List<String> types) {
        this.services = services;
        this.caller = caller;
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
        this.types = types;
    }

    @GetMapping({"/open311/discovery.{format:xml|json}", "/open311/v2/discovery.{format:xml|json}"})
    ResponseEntity<byte[]> discovery(@PathVariable String format, HttpServletRequest request) {
        var language = Answers.language(request);
        var city = caller.city(Params.ofAddress(request));
        var changed = services.changedAt(city);
        var endpoints = types.stream()
                .map(type -> new Fields()
                        .with("specification", SPECIFICATION)
                        .with("url", portal + "/open311/v2")
                        .with("changeset", changed)
                        .with("type", type)
                        .with("formats", new Listing("format", List.of("text/xml", "application/json"))))
                .toList();
        return Answers.of(
                new Document(
                        "discovery",
                        new Fields()
                                .with("changeset", changed)
                                .with("contact", in(language, city.contact()))
                                .with("key_service", in(language, city.keyService()))
                                .with("endpoints", new Listing("endpoint", endpoints))),
                Format.of(format),
                Answers.SOME_MINUTES,
                request);
    }

    @GetMapping("/open311/v2/services.{format:xml|json}")
    ResponseEntity<byte[]> services(@PathVariable String format, HttpServletRequest request) {
        var language = Answers.language(request);
        var city = caller.city(Params.ofAddress(request));
        return Answers.of(
                new Document(
                        "services",
                        new Listing(
                                "service",
                                services.of(city).stream()
                                        .map(service -> service(service, language))
                                        .toList())),
                Format.of(format),
                Answers.SOME_MINUTES,
                request);
    }

    @GetMapping("/open311/v2/services/{code}.{format:xml|json}")
    ResponseEntity<byte[]> definition(
            @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        var language = Answers.language(request);
        var city = caller.city(Params.ofAddress(request));
        var service = services.find(city, code).orElseThrow(ServicesController::noSuchService);
        return Answers.of(
                new Document(
                        "service_definition",
                        new Fields()
                                .with("service_code", service.code())
                                .with(
                                        "attributes",
                                        new Listing(
                                                "attribute",
                                                services.attributes(city, service.code()).stream()
                                                        .map(attribute -> attribute(attribute, language))
                                                        .toList()))),
                Format.of(format),
                Answers.SOME_MINUTES,
                request);
    }

    static Open311Problem noSuchService() {
        return new Open311Problem(404, "service_code: không có dịch vụ này.", "service_code provided was not found.");
    }

    private static Fields service(OfferedService service, Language language) {
        return new Fields()
                .with("service_code", service.code())
                .with("service_name", in(language, service.name()))
                .with("description", in(language, service.description()))
                .with("metadata", service.asksMore())
                .with("type", "realtime")
                .with("keywords", in(language, service.keywords()))
                .with("group", in(language, service.group()));
    }

    private static Fields attribute(AttributeRow attribute, Language language) {
        return new Fields()
                .with("variable", attribute.variable())
                .with("code", attribute.code())
                .with("datatype", attribute.datatype())
                .with("required", attribute.required())
                .with("datatype_description", in(language, attribute.hint()))
                .with("order", attribute.position())
                .with("description", in(language, attribute.description()))
                .with(
                        "values",
                        new Listing(
                                "value",
                                attribute.values().stream()
                                        .map(value -> new Fields()
                                                .with("key", value.key())
                                                .with("name", in(language, value.name())))
                                        .toList()));
    }

    /** English where there is English. */
    static String in(Language language, Text text) {
        var english = text.english() == null ? text.vietnamese() : text.english();
        return language.choose(text.vietnamese() == null ? english : text.vietnamese(), english);
    }
}
