package vn.haiphong.hotline1022.application.inform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Opened;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Version;
import vn.haiphong.hotline1022.application.port.Attachments.Attachment;

/** A file on its way to a browser, and the words that keep it from being more than a file there; the same at every door. */
public record OpenedFile(String name, String mediaType, boolean shownInPlace, byte[] bytes) implements Opened {

    static OpenedFile of(Attachment file, Version version, byte[] bytes) {
        return new OpenedFile(
                file.name(),
                version == Version.THUMBNAIL ? "image/jpeg" : file.mediaType(),
                file.isPicture() && version != Version.ORIGINAL,
                bytes);
    }

    public Map<String, String> headers() {
        var quoted = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Map.of(
                "Content-Disposition",
                (shownInPlace ? "inline" : "attachment") + "; filename*=UTF-8''" + quoted,
                "X-Content-Type-Options",
                "nosniff",
                "Content-Security-Policy",
                "default-src 'none'; sandbox",
                "Cross-Origin-Resource-Policy",
                "same-origin",
                "Cache-Control",
                "private, no-store");
    }
}
