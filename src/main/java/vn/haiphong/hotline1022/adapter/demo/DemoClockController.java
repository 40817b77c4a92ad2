package vn.haiphong.hotline1022.adapter.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What time it is in the demo, and how it becomes later. Who may move it is a matter of the security settings. */
@RestController
@Profile(EmbeddedDefault.PROFILE)
@RequestMapping("/api/demo/clock")
class DemoClockController {

    private final DemoClock clock;

    DemoClockController(DemoClock clock) {
        this.clock = clock;
    }

    record Now(String now) {

        static Now of(Instant instant) {
            return new Now(instant.toString()); // ISO 8601, however JSON is set up
        }
    }

    record Move(String advance) {}

    @GetMapping
    Now now() {
        return Now.of(clock.instant());
    }

    @PostMapping
    Now move(@RequestBody Move move) {
        if (move.advance() == null) {
            throw new IllegalArgumentException("Nothing to advance by");
        }
        return Now.of(clock.advance(Duration.parse(move.advance().strip())));
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        DateTimeParseException.class,
        ArithmeticException.class,
        HttpMessageNotReadableException.class
    })
    ProblemDetail nonsense() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "Đồng hồ chỉ chạy tới, mỗi lần không quá " + DemoClock.LONGEST_STEP.toDays()
                        + " ngày: hãy gửi {\"advance\":\"PT8H\"} (8 giờ) hoặc {\"advance\":\"P1D\"} (1 ngày).");
        problem.setTitle("Khoảng thời gian không hợp lệ");
        return problem;
    }
}
