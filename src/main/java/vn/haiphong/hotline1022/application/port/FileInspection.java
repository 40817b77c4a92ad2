package vn.haiphong.hotline1022.application.port;

/** Says what a file is by reading it, and makes of it what may be shown. */
public interface FileInspection {

    Inspected of(byte[] bytes);

    /** The same file without what tells where and with what it was made, as far as that can be taken out. */
    byte[] withoutPlace(String mediaType, byte[] bytes);

    sealed interface Inspected {}

    /** @param copy and thumbnail of a picture, null for anything else */
    record Accepted(String mediaType, byte[] copy, byte[] thumbnail) implements Inspected {

        public boolean isVideo() {
            return mediaType.startsWith("video/");
        }
    }

    record Refused(Why why) implements Inspected {}

    enum Why {
        /** None of the kinds that are taken. */
        OTHER_KIND,
        /** It says it is one, but it cannot be read to its end. */
        BROKEN,
        /** Small to send, huge to open. */
        TOO_MANY_PIXELS
    }
}
