package vn.haiphong.hotline1022.application.inform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Attachment;
import vn.haiphong.hotline1022.application.port.Attachments.Part;
import vn.haiphong.hotline1022.application.port.Attachments.Purpose;
import vn.haiphong.hotline1022.application.port.Attachments.Scan;
import vn.haiphong.hotline1022.application.port.FileInspection;
import vn.haiphong.hotline1022.application.port.FileInspection.Accepted;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;
import vn.haiphong.hotline1022.domain.petition.Petition;

/**
 * Opens a file for whoever may see it (Giả định A-51): its sender with the full key, staff through their case. What was not
 * scanned when it came is scanned now; as long as the scanner is away nobody sees it. Everybody gets the copy without place and
 * device; only 1022 may ask for what was sent.
 */
@Service
public class OpenFiles {

    private final Petitions petitions;
    private final Attachments attachments;
    private final PublishedAnswers published;
    private final ShowCase cases;
    private final FileInspection inspection;
    private final ScanFiles scanFiles;
    private final FilePasses passes;

    OpenFiles(
            Petitions petitions,
            Attachments attachments,
            PublishedAnswers published,
            ShowCase cases,
            FileInspection inspection,
            ScanFiles scanFiles,
            FilePasses passes) {
        this.petitions = petitions;
        this.attachments = attachments;
        this.published = published;
        this.cases = cases;
        this.inspection = inspection;
        this.scanFiles = scanFiles;
        this.passes = passes;
    }

    public enum Version {
        THUMBNAIL,
        SHOWN,
        ORIGINAL;

        /** @param word thumbnail, original; anything else is what is shown to everybody */
        public static Version of(String word) {
            return "thumbnail".equals(word) ? THUMBNAIL : "original".equals(word) ? ORIGINAL : SHOWN;
        }
    }

    public sealed interface Opened permits OpenedFile, Waiting {}

    /** The virus scanner is away. */
    public record Waiting() implements Opened {

        public static final String WORDS = "Tệp đang chờ kiểm tra mã độc, chưa mở được. Vui lòng thử lại sau ít phút.";
    }

    /** @param pass opens it for an hour, without the key standing in an address */
    public record SenderFile(Attachment file, String pass) {

        public boolean isAnswer() {
            return file.purpose() == Purpose.after;
        }
    }

    /** @param opens whether this key opens files */
    public record SenderFiles(List<SenderFile> files, boolean opens) {}

    /** @param key the four digits of a telephone, which others know, open no file, and say of none */
    public SenderFiles ofSender(String code, String key) {
        var owner = petitions.findWithTrackingKey(code, key);
        if (owner.isEmpty()) {
            return new SenderFiles(List.of(), false);
        }
        var trackingKey = petitions.trackingKeyOf(code);
        return new SenderFiles(
                seenBySender(owner.get()).stream()
                        .map(file -> new SenderFile(file, passes.pass(trackingKey, code, file.id())))
                        .toList(),
                true);
    }

    /** @param pass from {@link #ofSender}; null: the full key is asked */
    public Optional<Opened> forSender(String code, String key, String pass, long id, Version version) {
        var petition = pass == null
                ? petitions.findWithTrackingKey(code, key == null ? "" : key)
                : petitions.find(code).filter(one -> passes.opens(pass, petitions.trackingKeyOf(code), code, id));
        return petition.stream()
                .flatMap(one -> seenBySender(one).stream())
                .filter(file -> file.id() == id)
                .findFirst()
                .flatMap(file -> open(code, file, version == Version.ORIGINAL ? Version.SHOWN : version));
    }

    /**
     * What he sent himself, and with the answer how the agency left the place; of a petition joined to another that of the case
     * (Giả định A-38), and nothing its sender had sent.
     */
    private List<Attachment> seenBySender(Petition petition) {
        var handled = petitions.parentOf(petition.code()).map(petitions::get).orElse(petition);
        // Whoever gets hold of a denunciation's key sees no more on the page either.
        if (petition.confidential() || handled.confidential()) {
            return List.of();
        }
        var sent = attachments.of(petition.code()).stream().filter(file -> Actor.CITIZEN.equals(file.addedBy()));
        var after = attachments.of(handled.code()).stream()
                .filter(file -> !Actor.CITIZEN.equals(file.addedBy()))
                .filter(file -> file.purpose() == Purpose.after
                        && handled.repliedAt() != null
                        && !file.addedAt().isAfter(handled.repliedAt()));
        return Stream.concat(sent, after)
                .filter(file -> file.scan() != Scan.infected)
                .toList();
    }

    /** A picture of an answered case whose sender agreed (Giả định A-71): the copy, never what was sent. */
    public Optional<Opened> forEverybody(UUID petition, long id) {
        return published
                .picture(petition, id)
                .flatMap(picture -> attachments.of(picture.code()).stream()
                        .filter(file -> file.id() == id)
                        .findFirst()
                        .flatMap(file -> open(picture.code(), file, Version.SHOWN)));
    }

    public Optional<Opened> forStaff(String code, long id, Version version, String userId, Set<String> groups) {
        if (version == Version.ORIGINAL && !ShowCase.isOperationCentre(groups)
                || !cases.mayOpen(code, userId, groups)) {
            return Optional.empty();
        }
        return attachments.of(code).stream()
                .filter(file -> file.id() == id)
                .findFirst()
                .flatMap(file -> open(code, file, version));
    }

    private Optional<Opened> open(String code, Attachment file, Version version) {
        if (file.scan() == Scan.infected) {
            return Optional.empty();
        }
        if (file.scan() == Scan.none) {
            var verdict = scanFiles.now(code, file.id(), file.name());
            if (verdict == Verdict.AWAY) {
                return Optional.of(new Waiting());
            }
            if (verdict == Verdict.INFECTED) {
                return Optional.empty();
            }
        }
        return part(file, version).map(bytes -> OpenedFile.of(file, version, bytes));
    }

    private Optional<byte[]> part(Attachment file, Version version) {
        if (version == Version.ORIGINAL) {
            return attachments.bytes(file.id(), Part.bytes);
        }
        if (file.isPicture()) {
            var part = version == Version.THUMBNAIL ? Part.thumbnail : Part.copy;
            return attachments.bytes(file.id(), part).or(() -> drawn(file, version));
        }
        return version == Version.THUMBNAIL
                ? Optional.empty()
                : attachments
                        .bytes(file.id(), Part.bytes)
                        .map(bytes -> inspection.withoutPlace(file.mediaType(), bytes));
    }

    /** From before there were copies. */
    private Optional<byte[]> drawn(Attachment file, Version version) {
        var bytes = attachments.bytes(file.id(), Part.bytes).orElseThrow();
        if (inspection.of(bytes) instanceof Accepted seen && seen.copy() != null) {
            attachments.shown(file.id(), seen.copy(), seen.thumbnail());
            return Optional.of(version == Version.THUMBNAIL ? seen.thumbnail() : seen.copy());
        }
        return Optional.empty();
    }
}
