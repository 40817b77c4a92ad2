package vn.haiphong.hotline1022.support;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.haiphong.hotline1022.application.classify.PreviewClassification;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.maintain.TableVocabulary;
import vn.haiphong.hotline1022.application.port.Accounts;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.application.port.CaseWork;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.DeadlineTraces;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.ReplyPapers;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.TableRunner;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.application.reply.RatingLink;
import vn.haiphong.hotline1022.application.reply.SendCaseLink;
import vn.haiphong.hotline1022.application.resolve.AddEvidence;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.directory.DatedArea;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.process.engine.internal.EngineTables;
import vn.haiphong.hotline1022.process.rules.TableReader;

/** The public doors on a real port with a real register behind them, and no engine. */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration"
        })
@ComponentScan({
    "vn.haiphong.hotline1022.adapter.api",
    "vn.haiphong.hotline1022.adapter.files",
    "vn.haiphong.hotline1022.adapter.portal",
    "vn.haiphong.hotline1022.adapter.security",
    "vn.haiphong.hotline1022.application.receive"
})
@ComponentScan(
        basePackages = "vn.haiphong.hotline1022.application.inform",
        useDefaultFilters = false,
        // What stands behind the public doors; the questions of staff have other doors.
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(TrackPetition|ReadLetter|GuessedKeys|ExplainDeadlines|AreaChoices|ListAgencies|ShowCase|CaseEvidence|OpenFiles|ScanFiles"
                                        + "|FilePasses|PublishLimits|PublishFigures|RateAnswers|FigureNames|ListAnswered|OwnCases)"))
@ComponentScan(
        basePackages = "vn.haiphong.hotline1022.application.privacy",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(WithdrawConsent|AgreeToPublish)"))
@ComponentScan(
        basePackages = "vn.haiphong.hotline1022.adapter.persistence",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(JdbcPetitions|JdbcAttachments|JdbcPetitionViews|JdbcPetitionEvents|JdbcWrongKeys|JdbcCaseResults"
                                        + "|JdbcFigureSettings|JdbcPublicCases|JdbcPublishedAnswers|JdbcCaseLinks|JdbcClientRequests|JdbcKnocks|JdbcReplyLetters"
                                        + "|JdbcIncomingMessages|JdbcNotices|JdbcSmsBooks|JdbcConsents|JdbcDataRequests|JdbcPersonalReads)"))
@Import({
    RatePetition.class,
    RatingLink.class,
    AddEvidence.class,
    PublishAnswer.class,
    vn.haiphong.hotline1022.application.inform.Words.class,
    TableVocabulary.class,
    PreviewClassification.class,
    Doors.BehindOtherDoors.class
})
public class Doors {

    public static final Instant NOW = Instant.parse("2024-09-18T01:00:00Z");

    /** A test that knocks at the doors. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(
            classes = Doors.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "hotline.sending.per-phone=300",
                "hotline.previews.per-network=1000", // the clock stands still here
                "hotline.answers.per-network=200",
                "management.endpoints.web.exposure.include=health,prometheus",
                "management.prometheus.metrics.export.enabled=true"
            })
    public @interface Test {}

    @Bean
    DataSource register() {
        return TestPostgres.emptyRegister();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    PetitionProcess process() {
        var process = mock(PetitionProcess.class);
        when(process.supplemented(any(), any())).thenReturn(true);
        when(process.rated(any(), any(), anyBoolean())).thenReturn(true);
        return process;
    }

    @Bean
    Accounts accounts() {
        return new Accounts() {
            @Override
            public boolean passwordMatches(String user, String password) {
                return List.of("admin", "operator").contains(user) && user.equals(password);
            }

            @Override
            public Set<String> groupsOf(String user) {
                return user.equals("admin") ? Set.of("camunda-admin") : Set.of();
            }

            @Override
            public void actAs(String user) {
                // nobody does anything here
            }

            @Override
            public void actAsNobody() {
                // nobody did anything here
            }
        };
    }

    /** Staff's lists ask it; nobody behind these doors does. */
    @Bean
    Agencies agencies() {
        return mock(Agencies.class);
    }

    @Bean
    CaseWork caseWork() {
        return code -> new CaseWork.Desk(Set.of(), Set.of());
    }

    @Bean
    Handlings handlings() {
        return mock(Handlings.class);
    }

    @Bean
    HearCitizen hearCitizen() {
        var hear = mock(HearCitizen.class);
        when(hear.message(any(), any(), any())).thenReturn(Optional.of(HearCitizen.Heard.COORDINATOR));
        return hear;
    }

    @Bean
    ReplyPapers replyPapers() {
        return paper -> paper.number().getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    CaseFiles caseFiles() {
        return mock(CaseFiles.class);
    }

    @Bean
    Calendars calendars() {
        return mock(Calendars.class);
    }

    @Bean
    DeadlineTraces deadlineTraces() {
        return code -> List.of();
    }

    @Bean
    Rules rules() {
        return mock(Rules.class);
    }

    /** The tables as delivered. */
    @Bean
    RuleTables ruleTables() {
        return new DeliveredTables();
    }

    @Bean
    TableRunner tableRunner() {
        return new EngineTables();
    }

    @Bean
    TableFiles tableFiles() {
        return new TableFiles() {
            @Override
            public RuleTable read(String dmn) {
                return TableReader.one(dmn.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public String describes(String dmn) {
                throw new UnsupportedOperationException("Nobody behind these doors changes tables");
            }

            @Override
            public String withRows(String dmn, List<RuleTable.Row> rows) {
                throw new UnsupportedOperationException("Nobody behind these doors changes tables");
            }
        };
    }

    @Bean
    SendCaseLink sendCaseLink() {
        return mock(SendCaseLink.class);
    }

    @Bean
    Colleagues colleagues() {
        return mock(Colleagues.class);
    }

    @Bean
    Actor actor() {
        return () -> Actor.SYSTEM;
    }

    @Bean
    Areas areas() {
        return new Areas() {
            private final List<Area> all = List.of(
                    new Area("305", "Quận Lê Chân", "quan", null, "UBND-LC"),
                    new Area("11407", "Phường An Dương", "phuong", "305", "UBND-LC"),
                    new Area("11296", "Phường <Cát Dài>", "phuong", "305", "UBND-LC"),
                    new Area("318", "Huyện Bạch Long Vĩ", "huyen", null, "UBND-BLV"));

            @Override
            public Resolution resolve(String given, LocalDate day) {
                var found = all.stream()
                        .filter(area -> area.code().equals(given) || area.name().equalsIgnoreCase(given))
                        .findFirst();
                return new Resolution(
                        found,
                        found.isPresent() ? null : "Không rõ địa bàn nào; vui lòng chọn",
                        found.isPresent() ? List.of() : List.of("Quận Lê Chân", "Huyện Bạch Long Vĩ"));
            }

            @Override
            public Optional<Area> find(String code, LocalDate day) {
                return all.stream().filter(area -> area.code().equals(code)).findFirst();
            }

            @Override
            public List<DatedArea> throughTheYears() {
                return all.stream()
                        .map(area -> new DatedArea(area, LocalDate.MIN, null))
                        .toList();
            }

            @Override
            public Optional<Area> handlingUnit(String code, LocalDate day) {
                return find(code, day);
            }

            @Override
            public List<Area> all(LocalDate day) {
                return all;
            }
        };
    }

    /**
     * What other parts of the house serve at these addresses, as far as a guard needs to see it. A test component, so that
     * the whole house does not find it and serve it in place of Tasklist.
     */
    @TestComponent
    @RestController
    static class BehindOtherDoors {

        @RequestMapping({"/camunda/**", "/engine-rest/**", "/rules-of-nobody", "/demo/mailbox", "/api/demo/clock"})
        String behind() {
            return "behind the door";
        }
    }
}
