package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.Ending;

/** An answer named a day: once it has passed somebody asks whether it was done, and the citizen hears of it (Giả định A-52). */
@Service
public class KeepPlan {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_NOTE = 1000;

    private final Petitions petitions;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    KeepPlan(
            Petitions petitions,
            PetitionEvents events,
            StepLimits limits,
            PetitionProcess process,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.confirm}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.limits = limits;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
        this.allowance = new Allowance(
                Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-52", "hotline.limits.confirm");
    }

    /** If the answer that was just released names a day, it is followed from now on. */
    public void begin(String code) {
        petitions
                .endingOf(code)
                .filter(Ending::isPlanned)
                .ifPresent(ending -> process.followPlan(
                        petitions.get(code), ending.plannedUntil().toString(), askedAt(ending.plannedUntil())));
    }

    private static Instant askedAt(LocalDate until) {
        return until.plusDays(1).atStartOfDay(OFFICE).toInstant();
    }

    /** Whether the citizen still waits for what was planned until then: nobody reopened the case or named another day. */
    public boolean stands(String code, String plannedUntil) {
        return petitions.get(code).repliedAt() != null
                && petitions
                        .endingOf(code)
                        .filter(Ending::isPlanned)
                        .filter(ending -> ending.plannedUntil().toString().equals(plannedUntil))
                        .isPresent();
    }

    /** The day has passed: asking has a limit like any other step. */
    public Due asked(String code) {
        return limits.start(code, "confirm", "", allowance, urgencyOf(code));
    }

    public String urgencyOf(String code) {
        return petitions.get(code).urgencyOr("ordinary");
    }

    /**
     * How it goes on.
     *
     * @param words what the citizen is told
     * @param plannedUntil the new day; null: it is done
     * @param askedAt when somebody asks again; null: never
     */
    public record Kept(String words, String plannedUntil, Instant askedAt) {}

    public Kept decide(String code, String outcome, LocalDate newDay, String note) {
        var given = note == null || note.isBlank() ? null : note.strip();
        if (given != null && given.length() > LONGEST_NOTE) {
            throw new BusinessRefusal("planNote", "Lời báo tối đa " + LONGEST_NOTE + " ký tự.");
        }
        var now = clock.instant();
        if ("done".equals(outcome)) {
            limits.end(code, "confirm", "");
            petitions.ends(code, Ending.of(Ending.Kind.FIXED));
            var words = "Việc đã hẹn với Quý vị đã giải quyết xong.";
            told(code, now, words, given);
            return new Kept(given == null ? words : words + "\n\n" + given, null, null);
        }
        if (!"postpone".equals(outcome)) {
            throw new BusinessRefusal("planOutcome", "Chọn đã xong hoặc hẹn ngày khác.");
        }
        if (given == null) {
            throw new BusinessRefusal("planNote", "Ghi vì sao chưa xong; người dân đọc được lý do này.");
        }
        var ending =
                Ending.chosen("planned", newDay, null, null, now.atZone(OFFICE).toLocalDate());
        limits.end(code, "confirm", "");
        petitions.ends(code, ending);
        var words = "Việc đã hẹn với Quý vị chưa xong. " + ending.inWords() + ".";
        told(code, now, words, given);
        return new Kept(words + "\n\n" + given, ending.plannedUntil().toString(), askedAt(ending.plannedUntil()));
    }

    private void told(String code, Instant now, String words, String note) {
        events.add(code, now, "plan-checked", actor.current(), null, note == null ? words : words + " " + note, words);
    }

    /** To its sender, and to those whose petitions were answered together with it. */
    public void tell(String code, String words) {
        process.deliver(petitions.get(code), "kept-plan", words);
        for (var joined : petitions.joinedTo(code)) {
            process.deliver(petitions.get(joined), "kept-plan", words);
        }
    }
}
