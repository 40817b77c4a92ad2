package vn.haiphong.hotline1022.adapter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.application.receive.ReceiveOnce;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;

/** The public door for programs: send a petition, follow it, add to it, rate the answer. */
@RestController
@RequestMapping(path = "/api/petitions", produces = MediaType.APPLICATION_JSON_VALUE)
class PetitionApi {

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

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptJson> send(
            @RequestBody(required = false) byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        var receipt = receive.from(petition(JsonBody.of(body), idempotencyKey));
        return ResponseEntity.created(URI.create("/api/petitions/" + receipt.code()))
                .body(ReceiptJson.of(receipt));
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
        return track.byCode(code, key, request.getRemoteAddr())
                .orElseThrow(NoSuchPetition::new)
                .code();
    }

    private static NewPetition petition(JsonBody json, String idempotencyKey) {
        var channel = json.text("channel");
        var content = json.text("content");
        var petitioner = new Petitioner(
                json.text("petitioner.name"), json.text("petitioner.phone"), json.text("petitioner.email"));
        var address = json.text("place.address");
        var area = Stream.of("place.areaCode", "place.area", "area")
                .map(json::text)
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .orElse(null);
        var lat = json.number("place.lat");
        var lon = json.number("place.lon");
        var occurredAt = json.text("occurredAt");
        var consentToPublish = json.flag("consentToPublish");
        json.checked();
        return new NewPetition(
                channel,
                content,
                petitioner,
                address,
                area,
                lat,
                lon,
                instant(occurredAt),
                consentToPublish,
                List.of(),
                idempotencyKey);
    }

    private static Instant instant(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(given.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidPetition(List.of(new Fault(
                    "occurredAt",
                    "Thời điểm chưa đúng; ví dụ 2026-11-23T08:00:00+07:00",
                    "Not a time with its offset; for example 2026-11-23T08:00:00+07:00")));
        }
    }
}
