package vn.haiphong.hotline1022.adapter.open311;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.haiphong.hotline1022.application.inform.ListServices.OfferedService;
import vn.haiphong.hotline1022.application.port.ClientKeys.ClientKey;
import vn.haiphong.hotline1022.application.port.Jurisdictions.AttributeRow;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Jurisdiction;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Agreement;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.application.receive.JudgeFiles.Judged;
import vn.haiphong.hotline1022.application.receive.ReceiveFromClient.FromClient;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** A request to do something, read out of its arguments; everything that is wrong with it is found at once. */
final class SentRequest {

    // What the use case calls a field, and what the client called it.
    private static final Map<String, String> NAMES = Map.of(
            "content", "description",
            "petitioner.name", "first_name, last_name",
            "petitioner.phone", "phone",
            "petitioner.email", "email",
            "place.address", "address_string",
            "place.area", "address_id, attribute[area]",
            "place.lat", "lat",
            "place.lon", "long",
            "occurredAt", "attribute[occurred_at]",
            "files", "media");

    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{0,20})?");
    private static final int LONGEST_ANSWER = 2000;
    private static final int MOST_UNASKED = 20;

    private final Params params;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private String area;
    private Instant occurredAt;
    private boolean consent;

    private SentRequest(Params params) {
        this.params = params;
    }

    /** @param faults what is wrong already; the use case finds the rest */
    record Read(FromClient request, List<Fault> faults) {}

    static Read of(
            Params params,
            Judged files,
            ClientKey key,
            Jurisdiction city,
            OfferedService service,
            List<AttributeRow> attributes) {
        return new SentRequest(params).read(files, key, city, service, attributes);
    }

    private Read read(
            Judged files, ClientKey key, Jurisdiction city, OfferedService service, List<AttributeRow> attributes) {
        var lat = degrees("lat");
        var lon = degrees("long");
        var address = params.text("address_string");
        var addressId = params.text("address_id");
        if ((params.text("lat") == null) != (params.text("long") == null)) {
            faults.add(new Fault("lat", "lat và long phải đi cùng nhau", "lat and long go together"));
        } else if (params.text("lat") == null && address == null && addressId == null) {
            faults.add(new Fault(
                    "lat",
                    "Cần vị trí: lat và long, hoặc address_string, hoặc address_id",
                    "A location is needed: lat and long, or address_string, or address_id"));
        }
        answers(attributes);
        faults.addAll(files.faults());
        // The family name comes first here.
        var name = Stream.of(params.text("last_name"), params.text("first_name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var petition = new NewPetition(
                "open311",
                params.text("description"),
                new Petitioner(name.isEmpty() ? null : name, params.text("phone"), params.text("email")),
                address,
                area == null ? addressId : area,
                lat,
                lon,
                occurredAt,
                consent,
                files.files(),
                null,
                // The words of another city's question are its own.
                new Agreement(false, null, city.home() ? Agreement.OF_PROGRAMS : null));
        var request = new FromClient(
                key.id(),
                key.name(),
                city.id(),
                service.code(),
                service.name().vietnamese(),
                service.field(),
                service.category(),
                petition,
                told,
                params.text("account_id"),
                params.text("device_id"),
                params.addresses("media_url"));
        return new Read(request, faults);
    }

    private Double degrees(String name) {
        var written = params.text(name);
        if (written == null) {
            return null;
        }
        if (!DEGREES.matcher(written).matches()) {
            faults.add(new Fault(name, "Phải là số độ, ví dụ 20.8561", "Must be degrees, for example 20.8561"));
            return null;
        }
        return Double.valueOf(written);
    }

    private void answers(List<AttributeRow> attributes) {
        var given = new LinkedHashMap<>(params.attributes());
        for (var attribute : attributes) {
            var values = given.remove(attribute.code());
            if (values == null) {
                if (attribute.variable() && attribute.required()) {
                    faults.add(fault(attribute, "Bắt buộc", "Required"));
                }
            } else if (attribute.variable()) {
                answer(attribute, values);
            }
        }
        // What nobody asked for: programs carry numbers of their own; the operator may see them.
        given.entrySet().stream().limit(MOST_UNASKED).forEach(unasked -> {
            var said = String.join(", ", unasked.getValue());
            if (said.length() > LONGEST_ANSWER
                    || !PetitionText.isReadable(said)
                    || !PetitionText.isReadable(unasked.getKey())) {
                faults.add(new Fault(
                        "attribute[" + unasked.getKey() + "]",
                        "Tối đa " + LONGEST_ANSWER + " ký tự, không có ký tự lạ",
                        "At most " + LONGEST_ANSWER + " characters, all of them text"));
            } else {
                told.put(unasked.getKey() + ":", said);
            }
        });
    }

    private void answer(AttributeRow attribute, List<String> values) {
        var value = values.get(0);
        switch (attribute.datatype()) {
            case "singlevaluelist", "multivaluelist" -> chosen(attribute, values);
            case "datetime" ->
                Moments.parse(value)
                        .ifPresentOrElse(
                                at -> at(attribute, at),
                                () -> faults.add(fault(
                                        attribute,
                                        "Thời điểm theo ISO 8601 có múi giờ",
                                        "A moment by ISO 8601 with its zone")));
            case "number" -> number(attribute, value);
            default -> said(attribute, value);
        }
    }

    private void chosen(AttributeRow attribute, List<String> values) {
        var names = new ArrayList<String>();
        for (var value : values) {
            attribute.values().stream()
                    .filter(one -> one.key().equals(value))
                    .findFirst()
                    .ifPresent(one -> names.add(ServicesController.in(
                            vn.haiphong.hotline1022.application.inform.Language.VIETNAMESE, one.name())));
        }
        if (names.size() < values.size() || attribute.datatype().equals("singlevaluelist") && values.size() > 1) {
            faults.add(fault(
                    attribute, "Phải là giá trị trong danh sách của dịch vụ", "Must be a value of the service's list"));
        } else if ("area".equals(attribute.meaning())) {
            area = values.get(0);
        } else if ("consent".equals(attribute.meaning())) {
            consent = values.get(0).equals("yes");
        } else {
            told.put(question(attribute), String.join(", ", names));
        }
    }

    private void at(AttributeRow attribute, Instant at) {
        if ("occurred_at".equals(attribute.meaning())) {
            occurredAt = at;
        } else {
            told.put(question(attribute), Tree.w3c(at));
        }
    }

    private void number(AttributeRow attribute, String value) {
        try {
            told.put(question(attribute), new BigDecimal(value.length() > 40 ? "" : value).toString());
        } catch (NumberFormatException e) {
            faults.add(fault(attribute, "Phải là số", "Must be a number"));
        }
    }

    private void said(AttributeRow attribute, String value) {
        if (value.length() > LONGEST_ANSWER || !PetitionText.isReadable(value)) {
            faults.add(fault(
                    attribute,
                    "Tối đa " + LONGEST_ANSWER + " ký tự, không có ký tự lạ",
                    "At most " + LONGEST_ANSWER + " characters, all of them text"));
        } else {
            told.put(question(attribute), value);
        }
    }

    private static String question(AttributeRow attribute) {
        var question = attribute.description().vietnamese();
        return question.endsWith("?") || question.endsWith(":") ? question : question + ":";
    }

    private static Fault fault(AttributeRow attribute, String vietnamese, String english) {
        return new Fault("attribute[" + attribute.code() + "]", vietnamese, english);
    }

    static Open311Problem problem(List<Fault> faults) {
        return new Open311Problem(
                400,
                faults.stream()
                        .map(fault -> {
                            var name = NAMES.getOrDefault(fault.field(), fault.field());
                            return new Open311Problem.Cause(
                                    name + ": " + fault.vietnamese() + ".", name + ": " + fault.english() + ".");
                        })
                        .distinct()
                        .toList());
    }
}
