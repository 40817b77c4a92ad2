package vn.haiphong.hotline1022.application.classify;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/**
 * The operator decides what a petition is and what becomes of it (TT 05/2021/TT-TTCP Điều 6: by content, purpose and
 * request, not by the name the sender gives it).
 */
@Service
public class ClassifyPetition {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    /** What nobody else may read, and nobody but the sender may be told about. */
    private static final Set<String> SECRETS = Set.of("to_cao", "bi_mat");

    private static final Set<String> URGENCIES = Set.of("urgent", "ordinary", "complex");

    private final Petitions petitions;
    private final PetitionEvents events;
    private final Areas areas;
    private final AgencyChoice agencyChoice;
    private final Words words;
    private final Actor actor;
    private final Clock clock;

    ClassifyPetition(
            Petitions petitions,
            PetitionEvents events,
            Areas areas,
            AgencyChoice agencyChoice,
            Words words,
            Actor actor,
            Clock clock) {
        this.petitions = petitions;
        this.events = events;
        this.areas = areas;
        this.agencyChoice = agencyChoice;
        this.words = words;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the operator decided; texts may be null. */
    public record Classification(
            String decision,
            String kind,
            String category,
            String field,
            String urgency,
            String areaCode,
            String leadAgency,
            String coordinatingAgencies,
            String agencyBasis,
            String refusalReason,
            String replyText,
            String supplementWhat,
            String mergeInto,
            boolean confidential) {

        /** As an operator gives it: whether it is confidential follows from what it says. */
        public Classification(
                String decision,
                String kind,
                String category,
                String field,
                String urgency,
                String areaCode,
                String leadAgency,
                String coordinatingAgencies,
                String agencyBasis,
                String refusalReason,
                String replyText,
                String supplementWhat,
                String mergeInto) {
            this(
                    decision,
                    kind,
                    category,
                    field,
                    urgency,
                    areaCode,
                    leadAgency,
                    coordinatingAgencies,
                    agencyBasis,
                    refusalReason,
                    replyText,
                    supplementWhat,
                    mergeInto,
                    false);
        }
    }

    /**
     * @param keepClosed whether the table of what is taken says so: when in doubt, few may read it, whatever the operator decides
     * @return the classification as it stands in the register: agencies valid today, area checked
     */
    public Classification of(String code, Classification given, boolean keepClosed) {
        var petition = petitions.get(code);
        var decision = required(
                "decision",
                given.decision(),
                "Chọn quyết định: tiếp nhận, trả lời ngay, yêu cầu bổ sung, từ chối, hướng dẫn hoặc gộp.");
        // A reason the table proposed says nothing when the petition is accepted as something else.
        var turnedAway = "refuse".equals(decision) || "refer".equals(decision);
        var confidential = petition.confidential()
                || keepClosed
                || "to_cao".equals(given.field())
                || turnedAway && SECRETS.contains(String.valueOf(given.refusalReason()));
        if (given.urgency() != null && !URGENCIES.contains(given.urgency())) {
            throw new BusinessRefusal(
                    "urgency", "Mức độ phải là khẩn cấp (urgent), thông thường (ordinary) hoặc phức tạp (complex).");
        }
        code("kind", given.kind());
        code("category", given.category());
        code("field", given.field());
        code("refusalReason", given.refusalReason());
        var urgency = given.urgency() == null ? "ordinary" : given.urgency();
        var areaCode = blankToNull(given.areaCode());
        var mergeInto = blankToNull(given.mergeInto());
        var day = clock.instant().atZone(OFFICE).toLocalDate();
        if (areaCode != null) {
            var resolved = areas.resolve(areaCode, day);
            areaCode = resolved.area()
                    .orElseThrow(() -> new BusinessRefusal("areaCode", resolved.question()))
                    .code();
        }
        if ("merge".equals(decision)) {
            mergeInto = parentOf(code, mergeInto, confidential);
        }
        var result = new Classification(
                decision,
                given.kind() == null ? "phan_anh" : given.kind(),
                given.category(),
                given.field(),
                urgency,
                areaCode,
                given.leadAgency(),
                given.coordinatingAgencies(),
                given.agencyBasis(),
                given.refusalReason(),
                blankToNull(given.replyText()),
                blankToNull(given.supplementWhat()),
                mergeInto,
                confidential);
        var state = switch (decision) {
            case "accept" -> {
                required("field", given.field(), "Chọn lĩnh vực trước khi tiếp nhận.");
                if (confidential && "to_cao".equals(given.field())) {
                    throw new BusinessRefusal(
                            "decision", "Tố cáo không được chuyển xử lý như phản ánh: chọn Hướng dẫn.");
                }
                result = withRealAgencies(result, day);
                yield PetitionState.DA_TIEP_NHAN;
            }
            case "answer" -> {
                required("replyText", result.replyText(), "Ghi câu trả lời cho người dân.");
                yield PetitionState.DA_TIEP_NHAN;
            }
            case "clarify" -> {
                required(
                        "supplementWhat",
                        result.supplementWhat() == null ? result.replyText() : result.supplementWhat(),
                        "Ghi rõ người dân cần bổ sung gì.");
                if (petitions.wasAsked(code)) {
                    throw new BusinessRefusal(
                            "decision",
                            "Đã yêu cầu bổ sung một lần; mỗi phản ánh chỉ hỏi một lần. Quyết định theo nội dung đang có.");
                }
                yield PetitionState.CHO_BO_SUNG;
            }
            case "refuse", "refer" -> {
                required("refusalReason", given.refusalReason(), "Chọn lý do từ chối hoặc hướng dẫn.");
                required("replyText", result.replyText(), "Ghi lời báo cho người dân: lý do và nơi có thẩm quyền.");
                yield petition.state();
            }
            case "merge" -> petition.state();
            default -> throw new BusinessRefusal("decision", "Không có quyết định \"" + decision + "\".");
        };
        petitions.classified(
                code, state, result.kind(), result.category(), result.field(), urgency, areaCode, confidential);
        events.add(code, clock.instant(), "classified", actor.current(), null, note(result), publicNote(decision));
        return result;
    }

    private Classification withRealAgencies(Classification given, LocalDate day) {
        var choice = agencyChoice.fromPerson(given.leadAgency(), given.coordinatingAgencies(), given.areaCode(), day);
        return new Classification(
                given.decision(),
                given.kind(),
                given.category(),
                given.field(),
                given.urgency(),
                given.areaCode(),
                choice.lead(),
                String.join(",", choice.coordinating()),
                given.agencyBasis(),
                given.refusalReason(),
                given.replyText(),
                given.supplementWhat(),
                given.mergeInto(),
                given.confidential());
    }

    /**
     * The petition to join: one that is still being handled, so that its answer is yet to come. A confidential one looks like
     * one that does not exist. Both stay as they are until this is done: an answer released meanwhile would miss its reader.
     */
    private String parentOf(String code, String mergeInto, boolean confidential) {
        required("mergeInto", mergeInto, "Ghi mã phản ánh đã có để gộp vào.");
        if (confidential) {
            throw new BusinessRefusal("decision", "Nội dung mật không được gộp: chọn Từ chối hoặc Hướng dẫn.");
        }
        var unknown = new BusinessRefusal("mergeInto", "Không có phản ánh mã " + mergeInto + ".");
        var parentCode = PetitionCode.parse(mergeInto).map(PetitionCode::value).orElseThrow(() -> unknown);
        if (parentCode.equals(code)) {
            throw new BusinessRefusal("mergeInto", "Không thể gộp vào chính nó: hãy chọn phản ánh gốc.");
        }
        // In the order of the codes, lest two that are joined to each other at the same moment wait for each other.
        Stream.of(code, parentCode).sorted().forEach(petitions::findToChange);
        var parent = petitions
                .find(parentCode)
                .filter(found -> !found.confidential())
                .orElseThrow(() -> unknown);
        if (parent.state() == PetitionState.GOP) {
            throw new BusinessRefusal("mergeInto", "Không thể gộp vào " + parentCode + ": hãy chọn phản ánh gốc.");
        }
        if (!parent.takesDoubles()) {
            throw new BusinessRefusal(
                    "mergeInto",
                    "Không thể gộp vào " + parentCode
                            + ": phản ánh đó đã trả lời hoặc đã kết thúc. Hãy tiếp nhận, hoặc trả lời ngay.");
        }
        return parentCode;
    }

    private String note(Classification result) {
        return switch (result.decision()) {
            case "accept" ->
                "Tiếp nhận: lĩnh vực " + words.of("field", result.field()) + ", mức độ "
                        + words.of("urgency", result.urgency());
            case "answer" -> "Trả lời ngay";
            case "clarify" -> "Yêu cầu bổ sung";
            case "merge" -> "Gộp vào " + result.mergeInto();
            default -> "Đề nghị từ chối, hướng dẫn: " + words.of("refusalReason", result.refusalReason());
        };
    }

    private static String publicNote(String decision) {
        return "accept".equals(decision) || "answer".equals(decision) ? "Tổng đài 1022 đã tiếp nhận" : null;
    }

    private static String required(String field, String value, String message) {
        if (value == null || value.isBlank()) {
            throw new BusinessRefusal(field, message);
        }
        return value;
    }

    /** The tables' administrators may name new ones, so none is unknown; but it must be one. */
    private static void code(String field, String value) {
        if (value != null && !value.isBlank() && !CODE.matcher(value).matches()) {
            throw new BusinessRefusal(field, "Mã này không có trong danh mục; hãy chọn lại từ danh sách.");
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
