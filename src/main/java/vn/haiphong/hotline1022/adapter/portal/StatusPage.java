package vn.haiphong.hotline1022.adapter.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;

/** A petition's status in words, ready to be shown; null where there is nothing to show. */
record StatusPage(
        String code,
        String status,
        List<Step> steps,
        String receivedAt,
        String content,
        String place,
        String told,
        String agency,
        String dueAt,
        String originalDueAt,
        String passedOnBy,
        String safeBy,
        List<String> dueExplained,
        String reply,
        String repliedAt,
        String ending,
        String letterNumber,
        List<Round> earlier,
        String question,
        String questionUntil,
        boolean mayRate,
        String rateUntil,
        String rating,
        List<Line> history) {

    private static final int STEPS = 5;
    private static final int RATINGS = 4;

    /**
     * @param look done, current, todo, or skipped when the petition took a shorter way
     * @param told the same for those who do not see colours
     */
    record Step(String name, String look, String told) {}

    /**
     * An answer that was given before the case was opened again.
     *
     * @param number the first, the second …
     * @param round as the letter is asked for
     */
    record Round(int number, int round, String at, String ending, String text, String letterNumber) {}

    record Line(String at, String text) {}

    static StatusPage of(PetitionStatus petition, MessageSource messages, Locale locale) {
        UnaryOperator<String> say = key -> messages.getMessage(key, null, locale);
        var status = petition.joinedTo()
                .map(joined -> messages.getMessage(
                        "status.joined",
                        new Object[] {
                            joined.code(),
                            words(joined.status(), joined.status().words(), messages, locale)
                        },
                        locale))
                .orElseGet(() -> words(petition.status(), petition.statusText(), messages, locale));
        return new StatusPage(
                petition.code(),
                status,
                steps(petition, words(shown(petition), shown(petition).words(), messages, locale), say),
                OfficeTime.words(petition.receivedAt(), locale),
                petition.content(),
                petition.place(),
                petition.told().orElse(null),
                petition.agency().map(PetitionStatus.Agency::name).orElse(null),
                words(petition.dueAt(), locale),
                words(petition.originalDueAt(), locale),
                words(petition.passedOnBy(), locale),
                words(petition.safeBy(), locale),
                petition.dueExplained(),
                petition.reply().map(PetitionStatus.Reply::text).orElse(null),
                words(petition.reply().map(PetitionStatus.Reply::at), locale),
                petition.reply().map(PetitionStatus.Reply::endingText).orElse(null),
                petition.reply().map(PetitionStatus.Reply::letterNumber).orElse(null),
                petition.earlier().stream().map(answer -> round(answer, locale)).toList(),
                petition.question().orElse(null),
                words(petition.questionUntil(), locale),
                petition.mayRate(),
                words(petition.rateUntil(), locale),
                petition.rating()
                        .filter(rating -> rating >= 1 && rating <= RATINGS)
                        .map(rating -> say.apply("status.rate." + rating))
                        .orElse(null),
                petition.history().stream()
                        .map(entry -> new Line(OfficeTime.words(entry.at(), locale), entry.text()))
                        .toList());
    }

    private static Round round(PetitionStatus.Earlier answer, Locale locale) {
        var reply = answer.reply();
        return new Round(
                answer.round() + 1,
                answer.round(),
                OfficeTime.words(reply.at(), locale),
                reply.endingText(),
                reply.text(),
                reply.letterNumber());
    }

    /** Whose matter is handled under another code looks where that one stands. */
    private static CitizenStatus shown(PetitionStatus petition) {
        return petition.joinedTo().map(PetitionStatus.Joined::status).orElse(petition.status());
    }

    private static String words(CitizenStatus status, String otherwise, MessageSource messages, Locale locale) {
        return messages.getMessage("citizenStatus." + status, null, otherwise, locale);
    }

    private static List<Step> steps(PetitionStatus petition, String status, UnaryOperator<String> say) {
        var current = shown(petition).step();
        var steps = new ArrayList<Step>();
        for (var step = 1; step <= STEPS; step++) {
            var name = step == current ? status : say.apply("step." + step);
            if (step == current) {
                steps.add(new Step(name, "current", say.apply("status.current")));
            } else if (step > current) {
                steps.add(new Step(name, "todo", say.apply("status.todo")));
            } else if (wasSkipped(step, petition)) {
                steps.add(new Step(name, "skipped", say.apply("status.skipped")));
            } else {
                steps.add(new Step(name, "done", say.apply("status.done")));
            }
        }
        return steps;
    }

    /** A refused or referred petition was never handled; one closed without an answer was never answered. */
    private static boolean wasSkipped(int step, PetitionStatus petition) {
        if (shown(petition).step() < STEPS || step == 1) {
            return false;
        }
        return shown(petition) != CitizenStatus.DA_KET_THUC
                || step >= 3 && petition.reply().isEmpty();
    }

    private static String words(Optional<Instant> at, Locale locale) {
        return at.map(time -> OfficeTime.words(time, locale)).orElse(null);
    }
}
