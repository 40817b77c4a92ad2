package vn.haiphong.hotline1022.application.receive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.NewPetition.Agreement;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * Keeps what the sender agreed to, how and to which words: a consent must be verifiable, and silence is none (Luật
 * 91/2025/QH15). Two consents, since somebody may want help without being read by everybody (Giả định A-63).
 */
@Component
class RecordConsent {

    private static final Set<String> MEANS =
            Set.of("checkbox", "spoken", "recorded-call", "written", "message", "program");
    /** As people agree there, where nobody says how it was. */
    private static final Map<String, String> USUAL = Map.of(
            "portal", "checkbox",
            "app", "program",
            "open311", "program",
            "voice", "spoken",
            "email", "message",
            "sms", "message",
            "zalo", "message",
            "facebook", "message");

    private static final int LONGEST_WORDING = 40;

    private final Consents consents;
    private final Actor actor;

    RecordConsent(Consents consents, Actor actor) {
        this.consents = consents;
        this.actor = actor;
    }

    static void check(Agreement agreement, List<Fault> faults) {
        if (agreement.means() != null && !MEANS.contains(agreement.means())) {
            faults.add(new Fault(
                    "consentMeans",
                    "Cách đồng ý không có; các cách: "
                            + String.join(", ", MEANS.stream().sorted().toList()),
                    "Unknown way of consenting",
                    MEANS.stream().sorted().toList()));
        }
        if (agreement.wording() != null
                && (agreement.wording().length() > LONGEST_WORDING || !PetitionText.isReadable(agreement.wording()))) {
            faults.add(new Fault(
                    "consentWording",
                    "Phiên bản lời đồng ý tối đa " + LONGEST_WORDING + " ký tự",
                    "At most " + LONGEST_WORDING + " characters"));
        }
    }

    void given(String code, String channel, Agreement agreement, boolean toPublish, Instant at) {
        if (agreement.toProcess()) {
            keep(code, Purpose.process, channel, agreement, at);
        }
        if (toPublish) {
            keep(code, Purpose.publish, channel, agreement, at);
        }
    }

    private void keep(String code, Purpose purpose, String channel, Agreement agreement, Instant at) {
        var means = agreement.means() == null ? USUAL.getOrDefault(channel, "unknown") : agreement.means();
        var by = actor.current();
        consents.add(
                code,
                purpose,
                at,
                channel,
                means,
                agreement.wording() == null ? "" : agreement.wording().strip(),
                Actor.SYSTEM.equals(by) ? Actor.CITIZEN : by);
    }
}
