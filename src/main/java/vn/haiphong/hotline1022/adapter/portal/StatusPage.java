package vn.haiphong.hotline1022.adapter.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;

/** A petition's status in words, ready to be shown; null where there is nothing to show. */
record StatusPage(
        String code,
        String status,
        List<Step> steps,
        String receivedAt,
        String content,
        String told,
        String agency,
        String dueAt,
        String originalDueAt,
        List<String> dueExplained,
        String reply,
        String repliedAt,
        String ending,
        String letterNumber,
        String question,
        String questionUntil,
        boolean mayRate,
        String rating,
        List<Line> history) {

    private static final List<String> STEPS =
            List.of("Đã gửi", "Đã tiếp nhận", "Đang xử lý", "Đã trả lời", "Đã kết thúc");
    private static final List<String> RATINGS = List.of("Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng");

    /**
     * @param look done, current, todo, or skipped when the petition took a shorter way
     * @param told the same for those who do not see colours
     */
    record Step(String name, String look, String told) {}

    record Line(String at, String text) {}

    static StatusPage of(PetitionStatus petition) {
        return new StatusPage(
                petition.code(),
                petition.statusText(),
                steps(petition),
                OfficeTime.words(petition.receivedAt()),
                petition.content(),
                petition.told().orElse(null),
                petition.agency().map(PetitionStatus.Agency::name).orElse(null),
                words(petition.dueAt()),
                words(petition.originalDueAt()),
                petition.dueExplained(),
                petition.reply().map(PetitionStatus.Reply::text).orElse(null),
                words(petition.reply().map(PetitionStatus.Reply::at)),
                petition.reply().map(PetitionStatus.Reply::endingText).orElse(null),
                petition.reply().map(PetitionStatus.Reply::letterNumber).orElse(null),
                petition.question().orElse(null),
                words(petition.questionUntil()),
                petition.mayRate(),
                petition.rating()
                        .filter(rating -> rating >= 1 && rating <= RATINGS.size())
                        .map(rating -> RATINGS.get(rating - 1))
                        .orElse(null),
                petition.history().stream()
                        .map(entry -> new Line(OfficeTime.words(entry.at()), entry.text()))
                        .toList());
    }

    private static List<Step> steps(PetitionStatus petition) {
        var current = petition.status().step();
        var steps = new ArrayList<Step>();
        for (var step = 1; step <= STEPS.size(); step++) {
            var name = step == current ? petition.statusText() : STEPS.get(step - 1);
            if (step == current) {
                steps.add(new Step(name, "current", "bước hiện tại"));
            } else if (step > current) {
                steps.add(new Step(name, "todo", "chưa đến"));
            } else if (wasSkipped(step, petition)) {
                steps.add(new Step(name, "skipped", "không qua bước này"));
            } else {
                steps.add(new Step(name, "done", "đã qua"));
            }
        }
        return steps;
    }

    /** A refused, referred or merged petition was never handled; one closed without an answer was never answered. */
    private static boolean wasSkipped(int step, PetitionStatus petition) {
        if (petition.status().step() < STEPS.size() || step == 1) {
            return false;
        }
        return petition.status() != CitizenStatus.DA_KET_THUC
                || step >= 3 && petition.reply().isEmpty();
    }

    private static String words(Optional<Instant> at) {
        return at.map(OfficeTime::words).orElse(null);
    }
}
