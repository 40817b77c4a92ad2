package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.DRAFTED_BY;
import static vn.haiphong.hotline1022.process.PetitionVariables.DRAFT_CHECKED;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENDED_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTEND_TO;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_BOUND;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_DECIDER;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.process.EndingVariables;

/** Xử lý, dự thảo trả lời: done, or more time is asked for. */
@Component
class ResolvePetitionListener implements TaskListener {

    private static final String CITY_OFFICE = "VPUB";

    private final ResolvePetition resolve;
    private final ChooseEnding chooseEnding;

    ResolvePetitionListener(ResolvePetition resolve, ChooseEnding chooseEnding) {
        this.resolve = resolve;
        this.chooseEnding = chooseEnding;
    }

    @Override
    public void notify(DelegateTask task) {
        var code = PETITION_CODE.from(task);
        var agency = HANDLING_AGENCY.from(task);
        var outcome = OUTCOME.from(task);
        if ("done".equals(outcome)) {
            EndingVariables.set(
                    task, chooseEnding.of(code, agency, EndingVariables.given(task), REPLY_TEXT.from(task)));
            var toBeChecked = resolve.draft(code, agency, REPLY_TEXT.from(task));
            DRAFT_CHECKED.set(task, toBeChecked.isEmpty());
            toBeChecked.ifPresent(drafter -> DRAFTED_BY.set(task, drafter));
        } else if ("extend".equals(outcome) || "extendAgain".equals(outcome)) {
            var again = "extendAgain".equals(outcome);
            var bound = EXTENSION_BOUND.from(task);
            EXTENDED_DUE_AT.set(
                    task,
                    resolve.askExtension(
                            code,
                            agency,
                            EXTENSION_REASON.from(task),
                            day(EXTEND_TO.from(task)),
                            bound == null || bound.isBlank() ? null : Limit.parse(bound),
                            again));
            EXTENSION_DECIDER.set(task, again ? CITY_OFFICE : agency);
        } else {
            throw new BusinessRefusal("outcome", "Chọn đã xử lý xong hoặc xin gia hạn.");
        }
        APPROVED.set(task, null);
        SEND_BACK_REASON.set(task, "");
    }

    private static LocalDate day(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.length() > 10 ? given.substring(0, 10) : given);
        } catch (DateTimeParseException e) {
            throw new BusinessRefusal("extendTo", "Ngày gia hạn chưa đúng; ghi dạng năm-tháng-ngày, ví dụ 2024-09-30.");
        }
    }
}
