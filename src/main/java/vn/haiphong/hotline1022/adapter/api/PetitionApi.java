package vn.haiphong.hotline1022.adapter.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.application.receive.ReceiveOnce;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;

/** The public door for programs: send a petition, follow it, add to it, rate the answer. */
@RestController
@RequestMapping(path = "/api/petitions", produces = MediaType.APPLICATION_JSON_VALUE)
class PetitionApi {

    /** As the use case calls it; the first of these that is given counts. */
    private static final String AREA = "place.area";

    private static final List<String> AREA_FIELDS = List.of("place.areaCode", AREA, "area");

    private final ReceiveOnce receive;
    private final TrackPetition track;
    private final SupplementPetition supplement;
    private final RatePetition rate;

    PetitionApi(ReceiveOnce receive, TrackPetition track, SupplementPetition supplement, RatePetition rate) {
        this.receive = receive;
        this.track = track;
        this.supplement = supplement;
        this.rate = rate;
    }

    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PetitionJson.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptJson> send(
            @RequestBody(required = false) byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        var sent = sent(JsonBody.of(body), idempotencyKey);
        var receipt = received(sent);
        return ResponseEntity.created(URI.create("/api/petitions/" + receipt.code()))
                .body(ReceiptJson.of(receipt));
    }

    private Receipt received(Sent sent) {
        try {
            return receive.from(sent.petition());
        } catch (InvalidPetition invalid) {
            throw new InvalidPetition(sent.named(invalid.faults()));
        }
    }

    @GetMapping("/{code}")
    StatusJson status(
            @PathVariable String code, @RequestParam(required = false) String key, HttpServletRequest request) {
        return track.byCode(code, key, request.getRemoteAddr())
                .map(StatusJson::of)
                .orElseThrow(NoSuchPetition::new);
    }

    @PostMapping(path = "/{code}/supplement", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> supplement(
            @PathVariable String code,
            @RequestParam(required = false) String key,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        var json = JsonBody.of(body);
        var text = json.text("text");
        json.checked();
        return done(supplement.with(known(code, key, request), key.strip(), text));
    }

    @PostMapping(path = "/{code}/rating", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> rating(
            @PathVariable String code,
            @RequestParam(required = false) String key,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        var json = JsonBody.of(body);
        var rating = json.wholeNumber("rating");
        var reason = json.text("reason");
        var reopen = json.flag("reopen");
        json.checked();
        return done(rate.with(known(code, key, request), key.strip(), rating == null ? 0 : rating, reason, reopen));
    }

    private static ResponseEntity<Void> done(boolean found) {
        if (!found) {
            throw new NoSuchPetition();
        }
        return ResponseEntity.noContent().build();
    }

    /** The code as the register writes it; whoever lacks the key learns nothing else. */
    private String known(String code, String key, HttpServletRequest request) {
        return track.bySender(code, key, request.getRemoteAddr())
                .orElseThrow(NoSuchPetition::new)
                .code();
    }

    /** @param areaField where the sender put the area */
    private record Sent(NewPetition petition, String areaField) {

        List<Fault> named(List<Fault> faults) {
            return faults.stream()
                    .map(fault -> fault.field().equals(AREA)
                            ? new Fault(areaField, fault.vietnamese(), fault.english(), fault.options())
                            : fault)
                    .toList();
        }
    }

    /** What was sent, if its fields can be read; else every faulty field, whether its type is wrong or its value. */
    private Sent sent(JsonBody json, String idempotencyKey) {
        var channel = json.text("channel");
        var content = json.text("content");
        var petitioner = new Petitioner(
                json.text("petitioner.name"),
                json.text("petitioner.phone"),
                json.text("petitioner.email"),
                json.text("petitioner.tellBy"));
        var address = json.text("place.address");
        var areas = new LinkedHashMap<String, String>();
        for (var field : AREA_FIELDS) {
            var given = json.text(field);
            if (given != null && !given.isBlank()) {
                areas.put(field, given);
            }
        }
        var area = areas.entrySet().stream().findFirst();
        var lat = json.number("place.lat");
        var lon = json.number("place.lon");
        var occurredAt = json.text("occurredAt");
        var consentToPublish = json.flag("consentToPublish");
        var agreement = new NewPetition.Agreement(
                json.flag("consentToProcess"), json.text("consentMeans"), json.text("consentWording"));
        var types = json.faults();
        var values = new ArrayList<Fault>();
        var sent = new Sent(
                new NewPetition(
                        channel,
                        content,
                        petitioner,
                        address,
                        area.map(Map.Entry::getValue).orElse(null),
                        lat,
                        lon,
                        instant(occurredAt, values),
                        consentToPublish,
                        List.of(),
                        idempotencyKey,
                        agreement),
                area.map(Map.Entry::getKey).orElse(AREA));
        if (types.isEmpty() && values.isEmpty()) {
            return sent;
        }
        values.addAll(sent.named(receive.faultsIn(sent.petition())));
        if (types.isEmpty()) {
            throw new InvalidPetition(values);
        }
        // A field of a wrong type was read as missing: that it is missing need not be said.
        values.removeIf(value -> types.stream().anyMatch(type -> type.field().equals(value.field())));
        throw new WrongTypes(Stream.concat(types.stream(), values.stream()).toList());
    }

    private static Instant instant(String given, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(given.strip()).toInstant();
        } catch (DateTimeException e) {
            faults.add(new Fault(
                    "occurredAt",
                    "Thời điểm chưa đúng; ví dụ 2026-11-23T08:00:00+07:00",
                    "Not a time with its offset; for example 2026-11-23T08:00:00+07:00"));
            return null;
        }
    }
}
