package vn.haiphong.hotline1022.adapter.open311;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** The arguments of Open311 for the description of the interfaces: they are read out of the request, so nobody else knows them. */
@Component
class Open311Description implements OpenApiCustomizer {

    private static final String CITY = "jurisdiction_id";
    private static final String KEY = "api_key";
    private static final List<String> PAGING = List.of("page", "page_size");

    private static final List<String> READ = List.of(
            KEY,
            "service_request_id",
            "service_code",
            "start_date",
            "end_date",
            "status",
            "extensions",
            "q",
            "lat",
            "long",
            "radius",
            "updated_after",
            "updated_before",
            "sort");

    private static final List<String> SENT = List.of(
            KEY,
            CITY,
            "service_code",
            "lat",
            "long",
            "address_string",
            "address_id",
            "description",
            "first_name",
            "last_name",
            "email",
            "phone",
            "device_id",
            "account_id",
            "media_url",
            "attribute[code]");

    private static final List<String> ADDED = List.of(
            KEY, CITY, "service_request_id", "update_id", "updated_datetime", "status", "description", "media_url");

    @Override
    public void customise(OpenAPI description) {
        description.getPaths().forEach((address, path) -> {
            if (address.startsWith("/open311/") && !address.contains("/media/")) {
                describe(address, path);
            }
        });
    }

    private static void describe(String address, PathItem path) {
        if (path.getGet() != null) {
            describe(path.getGet(), address);
        }
        if (path.getPost() != null) {
            form(path.getPost(), address.contains("servicerequestupdates") ? ADDED : SENT);
        }
        path.readOperations()
                .forEach(operation -> operation
                        .addTagsItem("Open311 GeoReport v2")
                        .externalDocs(new io.swagger.v3.oas.models.ExternalDocumentation()
                                .url("https://wiki.open311.org/GeoReport_v2/")));
        path.readOperations()
                .forEach(operation -> operation
                        .getResponses()
                        .values()
                        .forEach(answer -> answer.setContent(new Content()
                                .addMediaType("text/xml", new MediaType().schema(new StringSchema()))
                                .addMediaType("application/json", new MediaType().schema(new Schema<>())))));
    }

    private static void describe(Operation operation, String address) {
        var names = new ArrayList<>(List.of(CITY));
        if (address.matches("/open311/v2/requests\\.\\{.*")) {
            names.addAll(READ);
            names.addAll(PAGING);
        } else if (address.contains("servicerequestupdates")) {
            names.addAll(List.of(KEY, "service_request_id", "start_date", "end_date"));
            names.addAll(PAGING);
        } else if (address.contains("/requests/") || address.contains("/tokens/")) {
            names.addAll(List.of(KEY, "extensions"));
        }
        names.forEach(name -> operation.addParametersItem(
                new Parameter().in("query").name(name).required(false).schema(new StringSchema())));
    }

    private static void form(Operation operation, List<String> names) {
        var schema = new Schema<Object>().type("object");
        names.forEach(name -> schema.addProperty(name, new StringSchema()));
        var required =
                Map.of(SENT, List.of(KEY, "service_code"), ADDED, List.of(KEY, "service_request_id", "description"));
        schema.setRequired(required.get(names));
        operation.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType("application/x-www-form-urlencoded", new MediaType().schema(schema))
                        .addMediaType("multipart/form-data", new MediaType().schema(schema))));
    }
}
