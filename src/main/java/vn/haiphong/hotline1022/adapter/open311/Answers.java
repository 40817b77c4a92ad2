package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.haiphong.hotline1022.application.inform.Language;

/** What every answer has: its type, how long it may be kept, and a mark by which an unchanged one is not sent again. */
final class Answers {

    /** A list of choices changes rarely. */
    static final String SOME_MINUTES = "public, max-age=300";

    /** Asked again each time, sent again only if it changed. */
    static final String ASK_AGAIN = "no-cache";

    /** What a key opens belongs to its holder. */
    static final String NEVER = "private, no-store";

    private Answers() {}

    static Language language(HttpServletRequest request) {
        return Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static ResponseEntity<byte[]> of(Tree.Document document, Format format, String keep, HttpServletRequest request) {
        return of(document, format, keep, request, new HttpHeaders());
    }

    static ResponseEntity<byte[]> of(
            Tree.Document document, Format format, String keep, HttpServletRequest request, HttpHeaders headers) {
        var body = document.in(format);
        headers.set(HttpHeaders.CACHE_CONTROL, keep);
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (!keep.equals(NEVER)) {
            var mark = "\"" + mark(body) + "\"";
            headers.set(HttpHeaders.ETAG, mark);
            if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), mark)) {
                return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
            }
        }
        headers.set(HttpHeaders.CONTENT_TYPE, format.contentType);
        return new ResponseEntity<>(body, headers, HttpStatus.OK);
    }

    static ResponseEntity<byte[]> of(Open311Problem problem, Format format, Language language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, format.contentType);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (problem instanceof Caller.TooOften tooOften) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tooOften.seconds));
        }
        return ResponseEntity.status(problem.status)
                .headers(headers)
                .body(problem.in(language).in(format));
    }

    private static boolean isKnown(String known, String mark) {
        if (known == null) {
            return false;
        }
        for (var one : known.split(",")) {
            var plain = one.strip();
            if (plain.equals("*") || plain.equals(mark) || plain.equals("W/" + mark)) {
                return true;
            }
        }
        return false;
    }

    private static String mark(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
