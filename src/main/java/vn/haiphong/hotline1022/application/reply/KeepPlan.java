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
    private static final String NOT_YET = "Việc đã hẹn với Quý vị chưa xong. ";

    private final Petitions petitions;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final PetitionProcess process;
    private final ReviewReopening review;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    KeepPlan(
            Petitions petitions,
            PetitionEvents events,
            StepLimits limits,
            PetitionProcess process,
            ReviewReopening review,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.confirm}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.limits = limits;
        this.process = process;
        this.review = review;
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
     * @param words what the citizen is told; empty: nothing, the case was opened again meanwhile
     * @param plannedUntil the new day; null: there is none
     * @param askedAt when somebody asks again; null: never
     */
    public record Kept(String words, String plannedUntil, Instant askedAt) {}

    /**
     * Done, once more another day, or not kept: then the case is opened again (Giả định A-72). 1022 moves a day once; a further one is
     * promised by whoever promised the first, the agency, in an answer its leader approves.
     *
     * @param outcome done, postpone, reopen
     * @param moved whether the day was moved before
     */
    public Kept decide(String code, String outcome, LocalDate newDay, String note, boolean moved) {
        var given = note == null || note.isBlank() ? null : note.strip();
        if (given != null && given.length() > LONGEST_NOTE) {
            throw new BusinessRefusal("planNote", "Lời báo tối đa " + LONGEST_NOTE + " ký tự.");
        }
        var now = clock.instant();
        var promised = petitions.endingOf(code).filter(Ending::isPlanned).map(Ending::plannedUntil);
        if (petitions.get(code).repliedAt() == null || promised.isEmpty()) {
            limits.end(code, "confirm", "");
            return new Kept("", null, null);
        }
        return switch (outcome == null ? "" : outcome) {
            case "done" -> done(code, promised.get(), given, now);
            case "postpone" -> postponed(code, promised.get(), newDay, reason(given), moved, now);
            case "reopen" -> broken(code, promised.get(), reason(given), now);
            default -> throw new BusinessRefusal("planOutcome", "Chọn đã xong, hẹn ngày khác hoặc mở lại hồ sơ.");
        };
    }

    private static String reason(String given) {
        if (given == null) {
            throw new BusinessRefusal("planNote", "Ghi vì sao chưa xong; người dân đọc được lý do này.");
        }
        return given;
    }

    private Kept done(String code, LocalDate promised, String note, Instant now) {
        checked(code, promised, "done", now);
        petitions.ends(code, Ending.of(Ending.Kind.FIXED));
        var words = "Việc đã hẹn với Quý vị đã giải quyết xong.";
        told(code, now, words, note);
        return new Kept(note == null ? words : words + "\n\n" + note, null, null);
    }

    private Kept postponed(String code, LocalDate promised, LocalDate newDay, String note, boolean moved, Instant now) {
        if (moved) {
            throw new BusinessRefusal(
                    "planOutcome",
                    "Việc này đã hẹn lại một lần. Chọn mở lại hồ sơ: cơ quan trả lời và lãnh đạo cơ quan duyệt ngày hẹn mới.");
        }
        var ending =
                Ending.chosen("planned", newDay, null, null, now.atZone(OFFICE).toLocalDate());
        checked(code, promised, "postponed", now);
        petitions.ends(code, ending);
        var words = NOT_YET + ending.inWords() + ".";
        told(code, now, words, note);
        return new Kept(words + "\n\n" + note, ending.plannedUntil().toString(), askedAt(ending.plannedUntil()));
    }

    private Kept broken(String code, LocalDate promised, String note, Instant now) {
        if (process.waitingAt(code, "userTask_reviewReopening") > 0) {
            throw new BusinessRefusal(
                    "planOutcome", "Người dân đã đề nghị mở lại hồ sơ này; hãy quyết định ở bước Xét mở lại.");
        }
        checked(code, promised, "reopened", now);
        var words = NOT_YET + "Tổng đài 1022 đã mở lại phản ánh để cơ quan xử lý tiếp; hạn mới ghi ở trang tra cứu.";
        told(code, now, words, note);
        return new Kept(words + "\n\n" + note, null, null);
    }

    private void checked(String code, LocalDate promised, String outcome, Instant now) {
        limits.end(code, "confirm", "");
        petitions.planChecked(code, promised, outcome, actor.current(), now);
    }

    /** To the agency that had promised, with a limit; it answers anew, and its leader approves. */
    public void reopen(String code) {
        var reopening =
                review.reopen(code, "Việc đã hẹn chưa xong", petitions.get(code).leadAgency());
        process.reopen(petitions.get(code), reopening.lead(), reopening.urgency(), reopening.halved());
    }

    private void told(String code, Instant now, String words, String note) {
        events.add(code, now, "plan-checked", actor.current(), null, note == null ? words : words + " " + note, words);
    }

    /** To its sender, and to those whose petitions were answered together with it. */
    public void tell(String code, String words) {
        if (words.isEmpty()) {
            return;
        }
        process.deliver(petitions.get(code), "kept-plan", words);
        for (var joined : petitions.joinedTo(code)) {
            process.deliver(petitions.get(joined), "kept-plan", words);
        }
    }
}
