package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.haiphong.hotline1022.adapter.open311.Tree.Document;
import vn.haiphong.hotline1022.adapter.open311.Tree.Fields;
import vn.haiphong.hotline1022.adapter.open311.Tree.Listing;
import vn.haiphong.hotline1022.application.hear.HearClient;
import vn.haiphong.hotline1022.application.inform.ShowRequests;
import vn.haiphong.hotline1022.application.port.ClientKeys.ClientKey;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** What has happened to petitions, step by step, and what their senders add: the extension most clients know. */
@RestController
class UpdatesController {

    private static final Duration LONGEST_SPAN = Duration.ofDays(90);
    private static final int LARGEST_PAGE = 1000;
    private static final int LAST_PAGE = 1_000_000;

    private final ShowRequests requests;
    private final HearClient hear;
    private final Caller caller;
    private final PublicPictures pictures;
    private final Clock clock;

    UpdatesController(ShowRequests requests, HearClient hear, Caller caller, PublicPictures pictures, Clock clock) {
        this.requests = requests;
        this.hear = hear;
        this.caller = caller;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/open311/v2/servicerequestupdates.{format:xml|json}")
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        var params = Params.ofAddress(request);
        var city = caller.city(params);
        var key = caller.known(params).map(ClientKey::id).orElse(null);
        var from = Moments.of(params, "start_date");
        var to = Moments.of(params, "end_date");
        if (to == null) {
            to = from == null ? clock.instant() : from.plus(LONGEST_SPAN);
        }
        if (from == null) {
            from = to.minus(LONGEST_SPAN);
        }
        if (Duration.between(from, to).compareTo(LONGEST_SPAN.plusDays(1)) > 0) {
            throw new Open311Problem(
                    400,
                    "start_date, end_date: cách nhau tối đa 90 ngày.",
                    "start_date and end_date may not span more than 90 days.");
        }
        var ids = params.list("service_request_id");
        var codes = ids == null
                ? null
                : ids.stream()
                        .map(PetitionCode::parse)
                        .flatMap(Optional::stream)
                        .map(PetitionCode::value)
                        .toList();
        var limit = RequestsController.whole(params, "page_size", LARGEST_PAGE, LARGEST_PAGE);
        var page = RequestsController.whole(params, "page", 1, LAST_PAGE);
        var updates = requests.updates(city, key, from, to, codes, (page - 1) * limit, limit).stream()
                .map(update -> new Fields()
                        .with("update_id", String.valueOf(update.id()))
                        .with("service_request_id", update.code())
                        .with("status", update.closed() ? "closed" : "open")
                        .with("external_status_code", update.type())
                        .with("updated_datetime", update.at())
                        .with("description", update.text())
                        .with("media_url", pictures.address(update.picture())))
                .toList();
        return Answers.of(
                new Document("service_request_updates", new Listing("request_update", updates)),
                Format.of(format),
                key == null ? Answers.ASK_AGAIN : Answers.NEVER,
                request);
    }

    /** What a program says of the state is told to the person who reads it; programs close nothing. */
    @PostMapping("/open311/v2/servicerequestupdates.{format:xml|json}")
    ResponseEntity<byte[]> add(@PathVariable String format, HttpServletRequest request) {
        var params = Params.ofAddressAndBody(request);
        var key = caller.writing(params);
        var city = caller.city(params);
        var id = params.text("service_request_id");
        if (id == null) {
            throw new Open311Problem(400, "service_request_id: cần nêu.", "service_request_id was not provided.");
        }
        var code = PetitionCode.parse(id)
                .map(PetitionCode::value)
                .filter(known -> requests.isReadable(city, key.id(), known))
                .orElseThrow(() ->
                        new Open311Problem(404, "service_request_id: không có.", "service_request_id was not found."));
        var clientId = params.text("update_id") == null ? params.text("update_id_ext") : params.text("update_id");
        var added = added(key.id(), code, clientId, text(params));
        return Answers.of(
                new Document(
                        "service_request_updates",
                        new Listing(
                                "request_update",
                                List.of(new Fields()
                                        .with("update_id", String.valueOf(added))
                                        .with("account_id", params.text("account_id"))))),
                Format.of(format),
                Answers.NEVER,
                request);
    }

    private static String text(Params params) {
        var text = params.text("description");
        var status = params.text("status");
        var media = params.addresses("media_url");
        var says = status != null && !status.equalsIgnoreCase("open");
        if (text == null && !says && media == null) {
            return null;
        }
        return (text == null ? "(Không có lời nhắn.)" : text)
                + (says ? "\n(Ứng dụng ghi trạng thái: " + status + ")" : "")
                + (media == null ? "" : "\n(Địa chỉ ảnh, tệp do người gửi khai, chưa kiểm tra: " + media + ")");
    }

    private long added(long key, String code, String clientId, String text) {
        try {
            return hear.added(key, code, clientId, text);
        } catch (InvalidPetition invalid) {
            throw SentRequest.problem(invalid.faults());
        }
    }
}
