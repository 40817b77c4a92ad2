package vn.haiphong.hotline1022.application.port;

/**
 * A file somebody sends, looked at: what it is says its content, never its name.
 *
 * @param name cleaned, never empty
 * @param copy of a picture, without place, device and time; null for what is no picture
 * @param thumbnail likewise
 * @param scanned whether the virus scanner found it clean; false: none is asked, or it was away
 */
public record CheckedFile(
        String name, String mediaType, byte[] bytes, byte[] copy, byte[] thumbnail, boolean scanned) {}
