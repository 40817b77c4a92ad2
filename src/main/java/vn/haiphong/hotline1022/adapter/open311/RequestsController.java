package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.adapter.open311.Tree.Document;
import vn.haiphong.hotline1022.adapter.open311.Tree.Fields;
import vn.haiphong.hotline1022.adapter.open311.Tree.Listing;
import vn.haiphong.hotline1022.application.inform.Language;
import vn.haiphong.hotline1022.application.inform.ListServices;
import vn.haiphong.hotline1022.application.inform.ShowRequests;
import vn.haiphong.hotline1022.application.inform.ShowRequests.ShownRequest;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.ClientKeys.ClientKey;
import vn.haiphong.hotline1022.application.port.ClientRequests.Wanted;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Jurisdiction;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.receive.ReceiveFromClient;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Sends a petition and shows what became of it, and of the others that may be shown. */
@RestController
class RequestsController {

    private static final Duration LONGEST_SPAN = Duration.ofDays(90);
    private static final int LARGEST_PAGE = 1000; // as many as the specification lets one answer hold
    private static final int LAST_PAGE = 1_000_000;
    private static final double FARTHEST = 100_000;

    private final ReceiveFromClient receive;
    private final JudgeFiles judge;
    private final ShowRequests requests;
    private final ListServices services;
    private final Words words;
    private final Caller caller;
    private final PublicPictures pictures;
    private final Clock clock;

    RequestsController(
            ReceiveFromClient receive,
            JudgeFiles judge,
            ShowRequests requests,
            ListServices services,
            Words words,
            Caller caller,
            PublicPictures pictures,
            Clock clock) {
        this.receive = receive;
        this.judge = judge;
        this.requests = requests;
        this.services = services;
        this.words = words;
        this.caller = caller;
        this.pictures = pictures;
        this.clock = clock;
    }

    @PostMapping("/open311/v2/requests.{format:xml|json}")
    ResponseEntity<byte[]> send(@PathVariable String format, HttpServletRequest request) {
        var params = Params.ofAddressAndBody(request);
        var key = caller.writing(params);
        var city = caller.city(params);
        var code = params.text("service_code");
        if (code == null) {
            throw new Open311Problem(400, "service_code: cần nêu.", "service_code was not provided.");
        }
        var service = services.find(city, code).orElseThrow(ServicesController::noSuchService);
        var read =
                SentRequest.of(params, judge.of(params.files()), key, city, service, services.attributes(city, code));
        var sent = received(read);
        var notice = Answers.language(request)
                .choose(
                        "Phản ánh đã đến Tổng đài 1022. Tổng đài viên sẽ phân loại và chuyển cơ quan có trách nhiệm.",
                        "Hotline 1022 has your report. An operator will look at it and pass it to the agency in charge.");
        return Answers.of(
                new Document(
                        "service_requests",
                        new Listing(
                                "request",
                                List.of(new Fields()
                                        .with("service_request_id", sent)
                                        .with("service_notice", notice)
                                        .with("account_id", params.text("account_id"))))),
                Format.of(format),
                Answers.NEVER,
                request);
    }

    private String received(SentRequest.Read read) {
        try {
            if (!read.faults().isEmpty()) {
                var faults = new ArrayList<>(read.faults());
                faults.addAll(receive.faultsIn(read.request()));
                throw SentRequest.problem(faults);
            }
            return receive.from(read.request());
        } catch (InvalidPetition invalid) {
            throw SentRequest.problem(invalid.faults());
        }
    }

    /** Every petition has its number at once: a token is that number. */
    @GetMapping("/open311/v2/tokens/{token}.{format:xml|json}")
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format, HttpServletRequest request) {
        var params = Params.ofAddress(request);
        var city = caller.city(params);
        var key = caller.known(params).map(ClientKey::id).orElse(null);
        var code = PetitionCode.parse(token)
                .map(PetitionCode::value)
                .filter(known -> requests.isVisible(city, key, known))
                .orElseThrow(() -> new Open311Problem(404, "token: không có.", "token was not found."));
        return Answers.of(
                new Document(
                        "service_requests",
                        new Listing(
                                "request",
                                List.of(new Fields()
                                        .with("service_request_id", code)
                                        .with("token", token)))),
                Format.of(format),
                Answers.NEVER,
                request);
    }

    @GetMapping("/open311/v2/requests/{ids}.{format:xml|json}")
    ResponseEntity<byte[]> some(@PathVariable String ids, @PathVariable String format, HttpServletRequest request) {
        var params = Params.ofAddress(request);
        var found = find(params, ShowRequests.only(codes(List.of(ids.split(",")))), request);
        if (found.isEmpty()) {
            // Unknown, and not to be shown: from outside it is the same.
            throw new Open311Problem(404, "service_request_id: không có.", "service_request_id was not found.");
        }
        return answer(found, params, format, request, new HttpHeaders());
    }

    @GetMapping("/open311/v2/requests.{format:xml|json}")
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        var params = Params.ofAddress(request);
        var ids = params.list("service_request_id");
        if (ids != null) { // overrides all other arguments
            return answer(
                    find(params, ShowRequests.only(codes(ids)), request), params, format, request, new HttpHeaders());
        }
        var wanted = wanted(params, caller.city(params));
        var found = find(params, wanted, request);
        var headers = new HttpHeaders();
        if (found.size() == wanted.limit()) {
            headers.set(HttpHeaders.LINK, next(request, wanted));
        }
        return answer(found, params, format, request, headers);
    }

    private static List<String> codes(List<String> ids) {
        return ids.stream()
                .limit(LARGEST_PAGE)
                .map(PetitionCode::parse)
                .flatMap(Optional::stream)
                .map(PetitionCode::value)
                .toList();
    }

    private List<ShownRequest> find(Params params, Wanted wanted, HttpServletRequest request) {
        var city = caller.city(params);
        var key = caller.known(params).map(ClientKey::id).orElse(null);
        return requests.matching(city, key, wanted, Answers.language(request));
    }

    private Wanted wanted(Params params, Jurisdiction city) {
        var updatedFrom = Moments.of(params, "updated_after");
        var updatedTo = Moments.of(params, "updated_before");
        var span = span(params, clock.instant(), updatedFrom != null || updatedTo != null);
        var sort = params.text("sort");
        var order = sort == null ? "" : sort.replaceFirst("^-", "");
        if (!List.of("", "asc", "desc", "requested_datetime", "updated_datetime")
                .contains(order.toLowerCase())) {
            throw new Open311Problem(
                    400,
                    "sort: requested_datetime hoặc updated_datetime; dấu - ở trước là mới nhất trước.",
                    "sort: requested_datetime or updated_datetime; with a - before it the newest come first.");
        }
        var lat = number(params, "lat", 90);
        var lon = number(params, "long", 180);
        var radius = number(params, "radius", FARTHEST);
        if (radius != null && (lat == null || lon == null || radius < 0)) {
            throw new Open311Problem(
                    400, "radius: cần có lat và long, tính bằng mét.", "radius needs lat and long; it is in metres.");
        }
        var limit = whole(params, "page_size", LARGEST_PAGE, LARGEST_PAGE);
        var page = whole(params, "page", 1, LAST_PAGE);
        return new Wanted(
                null,
                fields(params, city),
                span.from(),
                span.to(),
                updatedFrom,
                updatedTo,
                closed(params),
                params.text("q"),
                lat,
                lon,
                radius,
                order.equalsIgnoreCase("updated_datetime"),
                order.equalsIgnoreCase("asc") || sort != null && order.contains("_") && !sort.startsWith("-"),
                (page - 1) * limit,
                limit);
    }

    private record Span(Instant from, Instant to) {}

    /** At most 90 days; the last ones unless something else is asked for. */
    private static Span span(Params params, Instant now, boolean otherwiseLimited) {
        var from = Moments.of(params, "start_date");
        var to = Moments.of(params, "end_date");
        if (from == null && to == null) {
            return otherwiseLimited ? new Span(null, null) : new Span(now.minus(LONGEST_SPAN), null);
        }
        if (from == null) {
            return new Span(to.minus(LONGEST_SPAN), to);
        }
        if (to == null) {
            return new Span(from, from.plus(LONGEST_SPAN));
        }
        if (Duration.between(from, to).compareTo(LONGEST_SPAN.plusDays(1)) > 0) {
            throw new Open311Problem(
                    400,
                    "start_date, end_date: cách nhau tối đa 90 ngày.",
                    "start_date and end_date may not span more than 90 days.");
        }
        return new Span(from, to);
    }

    private List<String> fields(Params params, Jurisdiction city) {
        var codes = params.list("service_code");
        if (codes == null) {
            return null;
        }
        var offered = services.of(city);
        var fields = codes.stream()
                .flatMap(code -> offered.stream()
                        .filter(service -> service.code().equals(code))
                        .map(service -> service.field())
                        .findFirst()
                        .or(() -> words.knows("field", code) ? Optional.of(code) : Optional.empty())
                        .stream())
                .toList();
        if (fields.isEmpty()) {
            throw ServicesController.noSuchService();
        }
        return fields;
    }

    private static Boolean closed(Params params) {
        var states = params.list("status");
        if (states == null) {
            return null;
        }
        var open = false;
        var closed = false;
        for (var state : states) {
            if (state.equalsIgnoreCase("open")) {
                open = true;
            } else if (state.equalsIgnoreCase("closed")) {
                closed = true;
            } else {
                throw new Open311Problem(400, "status: open hoặc closed.", "status is open or closed.");
            }
        }
        return open && closed ? null : Boolean.valueOf(closed);
    }

    private static Double number(Params params, String name, double largest) {
        var written = params.text(name);
        if (written == null) {
            return null;
        }
        if (written.matches("[+-]?\\d{1,6}(\\.\\d{0,20})?") && Math.abs(Double.parseDouble(written)) <= largest) {
            return Double.valueOf(written);
        }
        throw new Open311Problem(400, name + ": số chưa đúng.", name + " is no such number.");
    }

    static int whole(Params params, String name, int otherwise, int largest) {
        var written = params.text(name);
        if (written == null) {
            return otherwise;
        }
        if (!written.matches("\\d{1,9}") || Integer.parseInt(written) < 1) {
            throw new Open311Problem(
                    400, name + ": phải là số nguyên từ 1.", name + " must be a whole number from 1 on.");
        }
        return Math.min(Integer.parseInt(written), largest);
    }

    private static String next(HttpServletRequest request, Wanted wanted) {
        var page = wanted.offset() / wanted.limit() + 2;
        var address = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("api_key")
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
        return "<" + address + ">; rel=\"next\"";
    }

    private ResponseEntity<byte[]> answer(
            List<ShownRequest> found, Params params, String format, HttpServletRequest request, HttpHeaders headers) {
        var language = Answers.language(request);
        var extended = "true".equalsIgnoreCase(params.text("extensions"));
        return Answers.of(
                new Document(
                        "service_requests",
                        new Listing(
                                "request",
                                found.stream()
                                        .map(one -> fields(one, extended, language))
                                        .toList())),
                Format.of(format),
                params.text("api_key") == null ? Answers.ASK_AGAIN : Answers.NEVER,
                request,
                headers);
    }

    private Fields fields(ShownRequest shown, boolean extended, Language language) {
        var fields = new Fields()
                .with("service_request_id", shown.code())
                .with("status", shown.closed() ? "closed" : "open")
                .with("status_notes", shown.notes())
                .with(
                        "service_name",
                        ServicesController.in(language, shown.service().name()))
                .with("service_code", shown.service().code())
                .with("description", shown.description())
                .with("agency_responsible", shown.agency())
                .with("service_notice", shown.notice())
                .with("requested_datetime", shown.requestedAt())
                .with("updated_datetime", shown.updatedAt())
                // Left out rather than empty: the specification allows it, and clients that know the type cannot read
                // an empty one.
                .withKnown("expected_datetime", shown.expectedAt())
                .with("address", shown.address())
                .with("address_id", shown.areaCode())
                .with("zipcode", null) // the register has none
                .with("lat", shown.lat())
                .with("long", shown.lon())
                .with(
                        "media_url",
                        pictures.address(shown.pictures().stream().findFirst().orElse(null)));
        return extended
                ? fields.with(
                        "extended_attributes",
                        new Fields()
                                .with("ending", shown.ending())
                                .with("channel", shown.channel())
                                .with(
                                        "photos",
                                        new Listing(
                                                "photo",
                                                shown.pictures().stream()
                                                        .map(picture -> new Fields()
                                                                .with("media_url", pictures.address(picture))
                                                                .with("title", picture.ofWork() ? "after" : "before"))
                                                        .toList())))
                : fields;
    }
}
