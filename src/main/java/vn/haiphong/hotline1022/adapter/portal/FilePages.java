package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haiphong.hotline1022.application.inform.OpenFiles;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Version;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Waiting;
import vn.haiphong.hotline1022.application.inform.OpenedFile;

/** The files of a petition for its sender: with the full key, or with the pass that stands on the tracking page. */
@Controller
class FilePages {

    private static final int LONGEST = 120;

    private final OpenFiles files;

    FilePages(OpenFiles files) {
        this.files = files;
    }

    @GetMapping("/track/{code}/files/{id:\\d{1,18}}")
    ResponseEntity<byte[]> open(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) String key,
            @RequestParam(required = false) String pass,
            @RequestParam(defaultValue = "") String version,
            HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!isPlausible(code) || !isPlausible(key) || !isPlausible(pass)) {
            return notThere();
        }
        return files.forSender(code, key, pass, id, Version.of(version))
                .map(opened -> opened instanceof OpenedFile file ? served(file) : waiting())
                .orElseGet(FilePages::notThere);
    }

    private static boolean isPlausible(String given) {
        return given == null || given.length() <= LONGEST && given.indexOf('\u0000') < 0;
    }

    private static ResponseEntity<byte[]> served(OpenedFile file) {
        var answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()));
        file.headers().forEach(answer::header);
        return answer.body(file.bytes());
    }

    private static ResponseEntity<byte[]> waiting() {
        return said(HttpStatus.SERVICE_UNAVAILABLE, Waiting.WORDS);
    }

    private static ResponseEntity<byte[]> notThere() {
        return said(HttpStatus.NOT_FOUND, "Không có tệp này, hoặc liên kết đã hết hạn; hãy mở lại trang tra cứu.");
    }

    private static ResponseEntity<byte[]> said(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(words.getBytes(StandardCharsets.UTF_8));
    }
}
