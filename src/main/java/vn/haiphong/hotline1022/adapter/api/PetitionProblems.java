package vn.haiphong.hotline1022.adapter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.haiphong.hotline1022.adapter.api.Problem.Kind;
import vn.haiphong.hotline1022.application.inform.Language;
import vn.haiphong.hotline1022.application.inform.TooManyWrongKeys;
import vn.haiphong.hotline1022.application.receive.IdempotencyConflict;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Says what was wrong with a petition sent by a program. All other errors: {@link ApiErrorFilter}. */
@RestControllerAdvice(assignableTypes = {PetitionApi.class, CaseApi.class})
class PetitionProblems {

    @ExceptionHandler
    ResponseEntity<Problem> malformed(MalformedBody malformed, HttpServletRequest request) {
        var language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return answer(Problem.of(Kind.MALFORMED_BODY, malformed.in(language), language, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongTypes(WrongTypes wrong, HttpServletRequest request) {
        return answer(Problem.of(
                Kind.WRONG_TYPES, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), wrong.faults()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> faulty(InvalidPetition invalid, HttpServletRequest request) {
        return answer(Problem.of(
                Kind.FAULTY_FIELDS, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), invalid.faults()));
    }

    /** The use cases speak Vietnamese only; title and kind are translated. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(BusinessRefusal refusal, HttpServletRequest request) {
        var error = new Problem.Error(refusal.field(), refusal.getMessage(), List.of());
        return answer(Problem.of(
                Kind.REFUSED,
                refusal.getMessage(),
                Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                List.of(error)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> conflict(IdempotencyConflict conflict, HttpServletRequest request) {
        return answer(Problem.of(Kind.CONFLICT, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknown(NoSuchPetition unknown, HttpServletRequest request) {
        return answer(Problem.of(Kind.NO_SUCH_PETITION, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> guessed(TooManyWrongKeys tooMany, HttpServletRequest request) {
        return ResponseEntity.status(Kind.WRONG_KEYS.status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()))
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(Problem.of(Kind.WRONG_KEYS, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem);
    }
}
