package vn.haiphong.hotline1022.application.inform;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Purpose;
import vn.haiphong.hotline1022.application.port.Attachments.Scan;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.Handlings.Handling;
import vn.haiphong.hotline1022.application.port.Petitions;

/**
 * Whether a case shows what it has to (Giả định A-50): a photo taken after the work, added in this round by an agency at work on
 * it. Whoever gave the case back has not done the work; whose place was taken may have.
 */
@Component
public class CaseEvidence {

    private final Petitions petitions;
    private final Handlings handlings;
    private final Attachments attachments;

    CaseEvidence(Petitions petitions, Handlings handlings, Attachments attachments) {
        this.petitions = petitions;
        this.handlings = handlings;
        this.attachments = attachments;
    }

    public boolean isDemanded(String code) {
        return !petitions.evidenceDemandedOf(code).isNone();
    }

    public boolean isMissing(String code) {
        var demand = petitions.evidenceDemandedOf(code);
        if (demand.isNone()) {
            return false;
        }
        var atWork = handlings.of(code).stream()
                .filter(handling -> handling.state() != Handlings.State.CHUYEN_TRA)
                .map(Handling::agency)
                .collect(Collectors.toSet());
        var photos = attachments.of(code).stream()
                .filter(file -> file.isPicture() && file.purpose() == Purpose.after && file.scan() != Scan.infected)
                .filter(file -> atWork.contains(file.agency()))
                .map(Attachments.Attachment::addedAt)
                .toList();
        return !demand.isMetBy(photos);
    }
}
