package vn.haiphong.hotline1022.application.inform;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.inform.ListServices.OfferedService;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.ClientRequests;
import vn.haiphong.hotline1022.application.port.ClientRequests.Found;
import vn.haiphong.hotline1022.application.port.ClientRequests.Reader;
import vn.haiphong.hotline1022.application.port.ClientRequests.Update;
import vn.haiphong.hotline1022.application.port.ClientRequests.Wanted;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Jurisdiction;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;
import vn.haiphong.hotline1022.application.port.PublishedAnswers.PublicPicture;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.MaskPersonalData;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * What of the register programs may read by Open311 (Giả định A-62): of what its sender lets be published, and of what they
 * sent themselves. Contact data is covered and places are rounded for both, since a key that is inside an app is known to
 * many; of what is confidential its sender's program reads no more than how it stands, and as much reads everybody who knows the
 * number of something else a program sent (Giả định A-71): by the specification clients ask without a key what became of it.
 */
@Service
public class ShowRequests {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST = 4000;
    private static final double ABOUT_A_HUNDRED_METRES = 1000;
    private static final String ANSWERED = "answered";
    private static final Set<String> ENDS =
            Set.of(ANSWERED, "refused", "referred", "merged", "supplement-missed", "closed");
    private static final Set<String> CHANGES_NOTHING = Set.of("rated", "citizen-wrote", "joined", "called");

    private static final Map<CitizenStatus, String> ENGLISH = Map.of(
            CitizenStatus.DA_GUI, "Sent",
            CitizenStatus.DA_TIEP_NHAN, "Received",
            CitizenStatus.CAN_BO_SUNG, "More information needed",
            CitizenStatus.DANG_XU_LY, "Being dealt with",
            CitizenStatus.DA_TRA_LOI, "Answered",
            CitizenStatus.DA_KET_THUC, "Closed",
            CitizenStatus.KHONG_TIEP_NHAN, "Not taken",
            CitizenStatus.DA_HUONG_DAN, "Referred to the authority in charge",
            CitizenStatus.DA_GOP, "Joined to another report of the same");

    private static final Map<Ending.Kind, String> ENDINGS = Map.of(
            Ending.Kind.FIXED, "done",
            Ending.Kind.PLANNED, "planned, with a day",
            Ending.Kind.HANDED_OVER, "not ours, handed over",
            Ending.Kind.IMPOSSIBLE, "cannot be done",
            Ending.Kind.ANSWERED, "explained");

    private final ClientRequests requests;
    private final PublishedAnswers published;
    private final ListServices services;
    private final Areas areas;

    ShowRequests(ClientRequests requests, PublishedAnswers published, ListServices services, Areas areas) {
        this.requests = requests;
        this.published = published;
        this.services = services;
        this.areas = areas;
    }

    /**
     * A petition as it may be shown; null where nothing is known or shown.
     *
     * @param ending how it stands, finer than open and closed
     * @param notes the same in words, with the answer
     * @param notice what the sender should know before any answer
     * @param pictures what everybody may see of it since it was answered
     */
    public record ShownRequest(
            String code,
            boolean closed,
            String ending,
            String notes,
            OfferedService service,
            String channel,
            String description,
            String agency,
            String notice,
            Instant requestedAt,
            Instant updatedAt,
            Instant expectedAt,
            String address,
            String areaCode,
            Double lat,
            Double lon,
            List<PublicPicture> pictures) {}

    /**
     * @param type what happened, finer than open and closed
     * @param picture of the work that was done; null: none that everybody may see
     */
    public record ShownUpdate(
            long id, String code, boolean closed, String type, String text, Instant at, PublicPicture picture) {}

    @Transactional(readOnly = true)
    public List<ShownRequest> matching(Jurisdiction city, Long keyId, Wanted wanted, Language language) {
        var offered = services.of(city);
        var all = requests.find(new Reader(city.id(), city.home(), keyId), wanted);
        var pictures = pictures(all.stream().map(Found::code).toList());
        return all.stream()
                .map(found -> shown(city, offered, found, pictures.getOrDefault(found.code(), List.of()), language))
                .filter(shown -> wanted.words() == null
                        || shown.description() != null
                                && PetitionText.of(shown.description())
                                        .plain()
                                        .contains(PetitionText.of(wanted.words())
                                                .plain()
                                                .strip()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<ShownUpdate> updates(
            Jurisdiction city, Long keyId, Instant from, Instant to, List<String> codes, int offset, int limit) {
        var all = requests.updates(new Reader(city.id(), city.home(), keyId), from, to, codes, offset, limit);
        var pictures = pictures(all.stream()
                .filter(update -> ANSWERED.equals(update.type()))
                .map(Update::code)
                .distinct()
                .toList());
        return all.stream()
                .map(update -> new ShownUpdate(
                        update.id(),
                        update.code(),
                        ENDS.contains(update.type())
                                || CHANGES_NOTHING.contains(update.type())
                                        && update.state().isOver(),
                        update.type(),
                        covered(
                                update.confidential(),
                                update.text()
                                        + (ENDS.contains(update.type()) && update.replyText() != null
                                                ? ": " + update.replyText()
                                                : "")),
                        update.at(),
                        ANSWERED.equals(update.type())
                                ? pictures.getOrDefault(update.code(), List.of()).stream()
                                        .filter(PublicPicture::ofWork)
                                        .findFirst()
                                        .orElse(null)
                                : null))
                .toList();
    }

    private Map<String, List<PublicPicture>> pictures(List<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : published.pictures(codes).stream().collect(Collectors.groupingBy(PublicPicture::code));
    }

    /** Whether the reader may know of this petition at all. */
    public boolean isVisible(Jurisdiction city, Long keyId, String code) {
        return !requests.find(new Reader(city.id(), city.home(), keyId), only(List.of(code)))
                .isEmpty();
    }

    /** Whether the holder of the key may read it; nobody adds to what he may not read. */
    public boolean isReadable(Jurisdiction city, long keyId, String code) {
        return requests.find(new Reader(city.id(), city.home(), keyId), only(List.of(code))).stream()
                .anyMatch(Found::readable);
    }

    public static Wanted only(List<String> codes) {
        return new Wanted(
                codes,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                0,
                Math.max(codes.size(), 1));
    }

    /** How a petition stands, or what its answer says became of it (Giả định A-52). */
    static String ending(PetitionState state, Ending.Kind ending) {
        return switch (state) {
            case MOI -> "received";
            case CHO_BO_SUNG -> "information-needed";
            case DA_TIEP_NHAN -> "accepted";
            case CHO_CO_QUAN, CHUYEN_TRA -> "assigned";
            case DANG_XU_LY, CHO_DUYET, CHO_KIEM_TRA -> "in-progress";
            case MO_LAI -> "reopened";
            case DA_TRA_LOI, DONG -> ending == null ? "answered" : ending.key();
            case TU_CHOI -> "refused";
            case HUONG_DAN -> "referred";
            case GOP -> "merged";
            case TAM_DONG -> "laid-aside";
        };
    }

    private ShownRequest shown(
            Jurisdiction city,
            List<OfferedService> offered,
            Found found,
            List<PublicPicture> pictures,
            Language language) {
        var secret = isSecret(found);
        var closed = found.state().isOver();
        return new ShownRequest(
                found.code(),
                closed,
                ending(found.state(), found.ending()),
                notes(found, language),
                services.under(city, offered, found.service(), secret ? null : found.field()),
                found.channel(),
                covered(secret, found.content()),
                secret ? null : found.agencyName(),
                covered(secret, found.told()),
                found.receivedAt(),
                closed && found.closedAt() != null ? found.closedAt() : found.updatedAt(),
                found.dueAt(),
                address(secret, found),
                secret ? null : found.areaCode(),
                secret ? null : rounded(found.lat()),
                secret ? null : rounded(found.lon()),
                secret ? List.of() : pictures);
    }

    private static boolean isSecret(Found found) {
        return found.confidential() || !found.readable();
    }

    private static String notes(Found found, Language language) {
        var status = found.state().citizenStatus();
        var said = language.choose(status.words(), ENGLISH.get(status));
        var words = found.ending() == null || !found.state().isOver()
                ? said
                : said + " (" + language.choose(found.ending().words(), ENDINGS.get(found.ending())) + ")";
        var reply = covered(isSecret(found), found.replyText());
        return reply == null ? words : words + ": " + reply;
    }

    private static String covered(boolean secret, String text) {
        return secret || text == null ? null : PetitionText.upTo(LONGEST, MaskPersonalData.in(text));
    }

    private static Double rounded(Double degrees) {
        return degrees == null ? null : Math.round(degrees * ABOUT_A_HUNDRED_METRES) / ABOUT_A_HUNDRED_METRES;
    }

    /** From the house to the city. */
    private String address(boolean secret, Found found) {
        if (secret) {
            return null;
        }
        var day = found.receivedAt().atZone(OFFICE).toLocalDate();
        var area = Optional.ofNullable(found.areaCode()).flatMap(code -> areas.find(code, day));
        var district = area.map(one -> one.parentCode()).flatMap(code -> areas.find(code, day));
        var parts = java.util.stream.Stream.of(
                        Optional.ofNullable(found.address()).map(MaskPersonalData::in),
                        area.map(one -> one.name()),
                        district.map(one -> one.name()))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? null : String.join(", ", parts);
    }
}
