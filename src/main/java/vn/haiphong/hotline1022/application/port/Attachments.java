package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of the petitions. Lists never carry a file's bytes. */
public interface Attachments {

    void add(String code, CheckedFile file, Purpose purpose, String addedBy, String agency, Instant at);

    List<Attachment> of(String code);

    /** Empty if there is none of that kind. */
    Optional<byte[]> bytes(long id, Part part);

    /** @return false if somebody else has done it already, or the file is gone */
    boolean scanned(long id, boolean clean, Instant at);

    /**
     * The next file nobody has scanned, for whoever asks and nobody else until that long has passed again.
     *
     * @param triedBefore what was tried since is left alone
     */
    Optional<Unscanned> takeUnscanned(Instant now, Instant triedBefore);

    record Unscanned(long id, String code, String name) {}

    void shown(long id, byte[] copy, byte[] thumbnail);

    enum Purpose {
        /** Came with the petition, or later from its sender or through 1022. */
        sent,
        /** How the agency found it. */
        before,
        /** How the agency left it. */
        after
    }

    enum Part {
        bytes,
        copy,
        thumbnail
    }

    enum Scan {
        none,
        clean,
        infected
    }

    /** @param agency whose evidence it is; null for what the sender or 1022 added */
    record Attachment(
            long id,
            String name,
            String mediaType,
            long size,
            Purpose purpose,
            Scan scan,
            String addedBy,
            String agency,
            Instant addedAt) {

        public boolean isPicture() {
            return mediaType.startsWith("image/");
        }

        public boolean isVideo() {
            return mediaType.startsWith("video/");
        }
    }
}
