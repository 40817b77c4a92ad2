package vn.haiphong.hotline1022.application.receive;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The citizen adds what was asked (Giả định A-09); the petition goes back to classification and its clock goes on. */
@Service
public class SupplementPetition {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST = 2000;
    private static final int LONGEST_CONTENT = 3900;

    private final Petitions petitions;
    private final PetitionProcess process;
    private final PetitionEvents events;
    private final MentionedArea mentionedArea;
    private final Clock clock;

    SupplementPetition(
            Petitions petitions,
            PetitionProcess process,
            PetitionEvents events,
            MentionedArea mentionedArea,
            Clock clock) {
        this.petitions = petitions;
        this.process = process;
        this.events = events;
        this.mentionedArea = mentionedArea;
        this.clock = clock;
    }

    /** @return false if there is no petition of this code for this key */
    @Transactional
    public boolean with(String code, String key, String text) {
        var petition = petitions.findWithTrackingKey(code, key);
        petition.ifPresent(found -> add(found.code(), text, Actor.CITIZEN));
        return petition.isPresent();
    }

    /** An operator adds it for a citizen on the telephone. */
    @Transactional
    public void onTheTelephone(String code, String text, String operator) {
        add(code, text, operator);
    }

    /**
     * A sender we recognise answers by mail or SMS.
     *
     * @return false if it cannot be taken as the answer as it is: then somebody has to read it
     */
    @Transactional
    public boolean bySender(String code, String text) {
        var petition = petitions.findToChange(code).orElseThrow();
        if (petition.state() != PetitionState.CHO_BO_SUNG
                || text.isBlank()
                || text.length() > LONGEST
                || petition.content().length() + text.length() > LONGEST_CONTENT - 20) {
            return false;
        }
        add(code, text, Actor.CITIZEN);
        return true;
    }

    private void add(String code, String given, String actor) {
        if (given == null || given.isBlank()) {
            throw new BusinessRefusal("text", "Vui lòng ghi thông tin cần bổ sung.");
        }
        var text = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        if (text.length() > LONGEST || !PetitionText.isReadable(text)) {
            throw new BusinessRefusal("text", "Thông tin bổ sung tối đa " + LONGEST + " ký tự, không có ký tự lạ.");
        }
        var petition = petitions.get(code);
        if (petition.state() != PetitionState.CHO_BO_SUNG) {
            throw new BusinessRefusal("text", "Phản ánh này hiện không chờ bổ sung thông tin.");
        }
        var content = petition.content() + "\n[Bổ sung] " + text;
        // A process variable holds at most 4,000 characters.
        if (content.length() > LONGEST_CONTENT) {
            throw new BusinessRefusal("text", "Nội dung cùng phần bổ sung quá dài; vui lòng viết ngắn lại.");
        }
        petitions.supplemented(code, content, PetitionState.MOI);
        if (petition.areaCode() == null) {
            mentionedArea
                    .in(text, clock.instant().atZone(OFFICE).toLocalDate())
                    .ifPresent(area -> petitions.placed(code, area.code()));
        }
        events.add(code, clock.instant(), "supplemented", actor, null, text, "Đã bổ sung thông tin");
        // Of what is confidential the register alone has the words.
        if (!process.supplemented(code, petition.confidential() ? "" : content)) {
            throw new BusinessRefusal("text", "Phản ánh này hiện không chờ bổ sung thông tin.");
        }
    }
}
