package vn.haiphong.hotline1022.application.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Version;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Waiting;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Attachment;
import vn.haiphong.hotline1022.application.port.Attachments.Part;
import vn.haiphong.hotline1022.application.port.Attachments.Purpose;
import vn.haiphong.hotline1022.application.port.Attachments.Scan;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.FileInspection;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;

@Tag("A-51")
class OpenFilesTest {

    private static final String CODE = "HP1022-240918-000001-1";
    private static final Instant NOW = Instant.parse("2024-09-18T01:00:00Z");
    private static final Set<String> AGENCY = Set.of("CSHP");

    private final Shelf shelf = new Shelf();
    private final ShowCase cases = mock(ShowCase.class);
    private final PetitionEvents events = mock(PetitionEvents.class);
    private Verdict verdict = Verdict.OFF;
    private final OpenFiles files = new OpenFiles(
            mock(Petitions.class),
            shelf,
            mock(PublishedAnswers.class),
            cases,
            mock(FileInspection.class),
            new ScanFiles(shelf, bytes -> verdict, events, Clock.fixed(NOW, ZoneOffset.UTC)),
            mock(FilePasses.class));

    @BeforeEach
    void everybodyMaySeeTheCase() {
        when(cases.mayOpen(any(), any(), any())).thenReturn(true);
    }

    @Test
    void a_file_the_scanner_has_not_seen_is_opened_by_nobody_while_it_is_away() {
        verdict = Verdict.AWAY;

        for (var version : Version.values()) {
            assertThat(files.forStaff(CODE, 7, version, "coordinator", Set.of("coordinators")))
                    .as(version.name())
                    .containsInstanceOf(Waiting.class);
        }
        assertThat(shelf.scan).isEqualTo(Scan.none);
    }

    @Test
    void when_the_scanner_is_back_the_file_opens_and_is_not_scanned_again() {
        verdict = Verdict.CLEAN;
        assertThat(opened()).containsInstanceOf(OpenedFile.class);
        assertThat(shelf.scan).isEqualTo(Scan.clean);

        verdict = Verdict.AWAY;
        assertThat(opened()).containsInstanceOf(OpenedFile.class);
    }

    @Test
    void what_turns_out_to_be_infected_is_locked_for_good_and_stands_in_the_history() {
        verdict = Verdict.INFECTED;
        assertThat(opened()).isEmpty();

        verdict = Verdict.CLEAN;
        assertThat(opened()).isEmpty();
        assertThat(shelf.scan).isEqualTo(Scan.infected);
        verify(events).addAtOnce(eq(CODE), eq(NOW), eq("file-infected"), any(), any());
    }

    @Test
    void where_no_scanner_runs_files_open() {
        assertThat(opened()).containsInstanceOf(OpenedFile.class);
        assertThat(shelf.scan).isEqualTo(Scan.none);
    }

    @Test
    void whoever_may_not_see_the_case_opens_nothing() {
        when(cases.mayOpen(any(), any(), any())).thenReturn(false);

        assertThat(opened()).isEmpty();
    }

    private Optional<OpenFiles.Opened> opened() {
        return files.forStaff(CODE, 7, Version.SHOWN, "cshpofficer", AGENCY);
    }

    /** One photo. */
    private static final class Shelf implements Attachments {

        private Scan scan = Scan.none;

        @Override
        public void add(String code, CheckedFile file, Purpose purpose, String addedBy, String agency, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Attachment> of(String code) {
            return List.of(new Attachment(7, "ảnh.jpg", "image/jpeg", 3, Purpose.sent, scan, "citizen", null, NOW));
        }

        @Override
        public Optional<byte[]> bytes(long id, Part part) {
            return Optional.of(new byte[] {1, 2, 3});
        }

        @Override
        public boolean scanned(long id, boolean clean, Instant at) {
            scan = clean ? Scan.clean : Scan.infected;
            return true;
        }

        @Override
        public Optional<Unscanned> takeUnscanned(Instant now, Instant triedBefore) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void shown(long id, byte[] copy, byte[] thumbnail) {
            throw new UnsupportedOperationException();
        }
    }
}
