package vn.haiphong.hotline1022.adapter.open311;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.haiphong.hotline1022.application.inform.OpenFiles;
import vn.haiphong.hotline1022.application.inform.OpenedFile;
import vn.haiphong.hotline1022.application.port.PublishedAnswers.PublicPicture;

/** Where {@code media_url} leads: pictures of answered requests whose senders agreed, asked for again each time. */
@RestController
class PublicPictures {

    /** An agreement taken back has to be seen soon; pages of other sites may show it until then. */
    private static final Map<String, String> FOR_EVERYBODY =
            Map.of("Cache-Control", "public, max-age=60", "Cross-Origin-Resource-Policy", "cross-origin");

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final OpenFiles files;
    private final String portal;

    PublicPictures(OpenFiles files, @Value("${hotline.portal-url}") String portal) {
        this.files = files;
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    }

    /** @param picture null: none */
    String address(PublicPicture picture) {
        return picture == null
                ? null
                : portal + "/open311/v2/media/" + picture.petition() + "/" + picture.id()
                        + (picture.mediaType().equals("image/png") ? ".png" : ".jpg");
    }

    @GetMapping("/open311/v2/media/{petition}/{id}.{type:jpg|png}")
    ResponseEntity<byte[]> open(@PathVariable String petition, @PathVariable String id) {
        if (!NAME.matcher(petition).matches() || !NUMBER.matcher(id).matches()) {
            throw notThere();
        }
        return files.forEverybody(UUID.fromString(petition), Long.parseLong(id))
                .map(opened -> opened instanceof OpenedFile file ? served(file) : waiting())
                .orElseThrow(PublicPictures::notThere);
    }

    private static Open311Problem notThere() {
        return new Open311Problem(404, "Không có ảnh này.", "There is no such picture.");
    }

    private static ResponseEntity<byte[]> served(OpenedFile file) {
        var answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()));
        file.headers().forEach((name, value) -> answer.header(name, FOR_EVERYBODY.getOrDefault(name, value)));
        return answer.body(file.bytes());
    }

    private static ResponseEntity<byte[]> waiting() {
        throw new Open311Problem(
                503, OpenFiles.Waiting.WORDS, "The file is waiting for the virus scanner; please try again later.");
    }
}
