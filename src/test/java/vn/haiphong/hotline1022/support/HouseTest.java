package vn.haiphong.hotline1022.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole house as a newcomer starts it: the embedded default on fresh data, one morning in September 2024. Jobs run when
 * the test says so. All such tests share one house, and its time only goes forward.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hotline.demo.data=target/house/${random.uuid}",
            "hotline.demo.start=2024-09-16T08:00:00+07:00",
            "camunda.bpm.job-execution.enabled=false",
            "hotline.notices.window=PT0S", // each by itself, so that one test's notices never wait for another's
            "hotline.imap.every=PT1H", // who writes a letter has it read
            "hotline.open311.per-address=100000", // all tests come from one address
            "hotline.open311.per-key=100000"
        })
@Import({House.class, FirstVisitor.class, Walked.class})
@Tag("house")
public @interface HouseTest {}
