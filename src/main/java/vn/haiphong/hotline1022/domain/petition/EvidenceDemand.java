package vn.haiphong.hotline1022.domain.petition;

import java.time.Instant;
import java.util.Collection;

/**
 * What has to be shown before a case is said to be done (Giả định A-50), and from when on it counts: a photo from before this
 * round of work proves nothing.
 *
 * @param what photo; empty: nothing
 */
public record EvidenceDemand(String what, Instant since) {

    public static final String PHOTO = "photo";
    public static final EvidenceDemand NONE = new EvidenceDemand("", null);

    /** As a table says it; a word it does not know demands nothing. */
    public static EvidenceDemand of(String what, Instant since) {
        return PHOTO.equals(what) ? new EvidenceDemand(what, since) : NONE;
    }

    public boolean isNone() {
        return what.isEmpty();
    }

    /** @param photos when those of the agencies at work were added */
    public boolean isMetBy(Collection<Instant> photos) {
        return isNone() || photos.stream().anyMatch(at -> !at.isBefore(since));
    }
}
