package vn.haiphong.hotline1022.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.port.FileInspection.Accepted;
import vn.haiphong.hotline1022.application.port.FileInspection.Inspected;
import vn.haiphong.hotline1022.application.port.FileInspection.Refused;
import vn.haiphong.hotline1022.application.port.FileInspection.Why;
import vn.haiphong.hotline1022.support.Photos;

@Tag("A-22")
class ContentInspectionTest {

    private static final long MOST_PIXELS = 64_000_000;

    private final ContentInspection inspection = new ContentInspection(MOST_PIXELS);

    @Test
    void what_is_taken_is_known_by_its_content() {
        assertThat(accepted(Photos.JPEG).mediaType()).isEqualTo("image/jpeg");
        assertThat(accepted(Photos.PNG).mediaType()).isEqualTo("image/png");
        assertThat(accepted(Photos.PDF).mediaType()).isEqualTo("application/pdf");
        assertThat(accepted(Photos.video("isom")).mediaType()).isEqualTo("video/mp4");
        assertThat(accepted(Photos.video("mp42")).mediaType()).isEqualTo("video/mp4");
        assertThat(accepted(Photos.video("qt  ")).mediaType()).isEqualTo("video/quicktime");
        assertThat(accepted(Photos.video("3gp5")).mediaType()).isEqualTo("video/3gpp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "GIF89a/*",
                "MZ\u0000\u0000",
                "PK\u0003\u0004",
                "#!/bin/sh\nrm -rf /",
                "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
                "không là gì cả"
            })
    void what_a_browser_or_a_computer_could_run_is_not_taken(String content) {
        assertThat(whyNot(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Why.OTHER_KIND);
    }

    @Test
    void an_empty_file_is_nothing() {
        assertThat(whyNot(new byte[0])).isEqualTo(Why.OTHER_KIND);
    }

    @Test
    void of_a_picture_with_something_else_inside_only_the_points_are_shown() {
        var script = "<script>alert('GIFAR')</script>".getBytes(StandardCharsets.US_ASCII);
        for (var polyglot : new byte[][] {
            Photos.concat(Photos.JPEG, script),
            Photos.concat(Arrays.copyOf(Photos.JPEG, 2), Photos.segment(0xFE, script), tail(Photos.JPEG, 2)),
            Photos.concat(Arrays.copyOf(Photos.JPEG, 2), Photos.segment(0xED, script), tail(Photos.JPEG, 2)),
            Photos.concat(Photos.PNG, script),
            Photos.concat(
                    Arrays.copyOf(Photos.PNG, Photos.PNG.length - 12),
                    Photos.chunk("tEXt", script),
                    tail(Photos.PNG, Photos.PNG.length - 12))
        }) {
            var seen = accepted(polyglot);

            assertThat(text(polyglot)).contains("<script>");
            assertThat(text(seen.copy())).doesNotContain("script");
            assertThat(text(seen.thumbnail())).doesNotContain("script");
        }
    }

    @Test
    void a_script_with_a_document_hung_behind_it_is_no_document() {
        var polyglot = Photos.concat("<html><script>1</script>\n".getBytes(StandardCharsets.US_ASCII), Photos.PDF);

        assertThat(inspection.of(polyglot)).isInstanceOf(Refused.class);
    }

    @Test
    @Tag("A-51")
    void where_and_by_whom_it_was_taken_is_not_in_what_is_shown() throws IOException {
        var photo = Photos.fromTelephone(1, 64, 48);
        assertThat(text(photo)).contains("GPS20.8566N", "CAMERAX", "OWNER-LAN");

        var seen = accepted(photo);

        for (var shown : new byte[][] {seen.copy(), seen.thumbnail()}) {
            assertThat(text(shown)).doesNotContain("Exif", "GPS20", "CAMERAX", "OWNER-LAN", "xmpmeta", "adobe");
            assertThat(image(shown)).isNotNull();
        }
    }

    /** Where the red corner of the picture ends up. */
    @ParameterizedTest
    @CsvSource({
        "1,64,48,10,8",
        "2,64,48,54,8",
        "3,64,48,54,40",
        "4,64,48,10,40",
        "5,48,64,8,10",
        "6,48,64,40,10",
        "7,48,64,40,54",
        "8,48,64,8,54",
        "9,64,48,10,8",
        "0,64,48,10,8"
    })
    void a_picture_stands_upright_however_the_camera_was_held(int orientation, int width, int height, int x, int y)
            throws IOException {
        var copy = image(accepted(Photos.fromTelephone(orientation, 64, 48)).copy());

        assertThat(copy.getWidth()).isEqualTo(width);
        assertThat(copy.getHeight()).isEqualTo(height);
        var corner = new Color(copy.getRGB(x, y));
        assertThat(corner.getRed()).as("%s", corner).isGreaterThan(200);
        assertThat(new Color(copy.getRGB(width - 1 - x, height - 1 - y)).getBlue())
                .isGreaterThan(200);
    }

    @Test
    void a_large_picture_is_shown_smaller_and_small_beside_its_name() throws IOException {
        var seen = accepted(Photos.jpeg(6000, 3000));

        assertThat(image(seen.copy()).getWidth()).isEqualTo(2048);
        assertThat(image(seen.copy()).getHeight()).isEqualTo(1024);
        assertThat(image(seen.thumbnail()).getWidth()).isEqualTo(320);
        assertThat(image(seen.thumbnail()).getHeight()).isEqualTo(160);
    }

    @Test
    void a_line_of_points_is_a_picture_too() throws IOException {
        var seen = accepted(Photos.jpeg(5000, 1));

        assertThat(image(seen.thumbnail()).getHeight()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"50000,50000", "2147483647,2147483647", "64001,1000"})
    void a_picture_that_would_fill_the_memory_is_refused_unopened(int width, int height) {
        assertThat(whyNot(Photos.pngThatSays(width, height))).isEqualTo(Why.TOO_MANY_PIXELS);
    }

    @Test
    void a_picture_that_says_it_has_no_size_is_broken() {
        assertThat(whyNot(Photos.pngThatSays(0, 10))).isEqualTo(Why.BROKEN);
        assertThat(whyNot(Photos.pngThatSays(-1, 10))).isEqualTo(Why.BROKEN);
    }

    @Test
    void a_text_that_grows_when_it_is_read_is_left_unread() {
        var zeros = new java.util.zip.Deflater(9);
        zeros.setInput(new byte[100_000_000]);
        zeros.finish();
        var packed = new byte[200_000];
        var length = zeros.deflate(packed);
        var bomb = Photos.concat(
                Arrays.copyOf(Photos.PNG, 33),
                Photos.chunk(
                        "iCCP",
                        Photos.concat("x\0\0".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(packed, length))),
                Photos.chunk(
                        "zTXt",
                        Photos.concat("x\0\0".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(packed, length))),
                tail(Photos.PNG, 33));

        assertThat(accepted(bomb).copy()).hasSizeLessThan(10_000);
    }

    @Test
    void a_picture_drawn_over_and_over_only_to_keep_us_busy_is_refused() {
        var head = firstScan(Photos.JPEG);
        var one = Arrays.copyOfRange(Photos.JPEG, head, Photos.JPEG.length - 2);
        var many = new byte[202][];
        many[0] = Arrays.copyOf(Photos.JPEG, head);
        Arrays.fill(many, 1, 201, one);
        many[201] = new byte[] {(byte) 0xFF, (byte) 0xD9};
        assertThat(whyNot(Photos.concat(many))).isEqualTo(Why.BROKEN);
    }

    /** Cut anywhere: refused, never half a picture, never an error. */
    @Test
    void what_did_not_arrive_to_its_end_is_refused() {
        for (var whole : new byte[][] {
            Photos.jpeg(300, 200), Photos.fromTelephone(6, 64, 48), Photos.PNG, Photos.PDF, Photos.video("isom")
        }) {
            for (var length = 0; length < whole.length - 6; length += Math.max(1, whole.length / 150)) {
                assertThat(inspection.of(Arrays.copyOf(whole, length)))
                        .as("%s of %s bytes", length, whole.length)
                        .isInstanceOf(Refused.class);
            }
        }
    }

    /** Bytes changed anywhere: taken or refused, never an error, and never anything but points in the copy. */
    @Test
    void whatever_is_damaged_is_judged() {
        var random = new Random(1022);
        for (var whole : new byte[][] {Photos.fromTelephone(6, 64, 48), Photos.PNG, Photos.video("qt  "), Photos.PDF}) {
            for (var i = 0; i < 400; i++) {
                var damaged = whole.clone();
                for (var n = 0; n <= random.nextInt(6); n++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                if (inspection.of(damaged) instanceof Accepted seen && seen.copy() != null) {
                    assertThat(text(seen.copy())).doesNotContain("OWNER-LAN", "CAMERAX");
                }
                inspection.withoutPlace("video/mp4", damaged);
            }
        }
    }

    @Test
    @Tag("A-51")
    void a_video_loses_its_place_and_stays_as_long_as_it_was() {
        var video = Photos.video("qt  ");
        assertThat(text(video)).contains("+20.8566");

        var shown = inspection.withoutPlace("video/quicktime", video);

        assertThat(text(shown)).doesNotContain("+20.8566", "udta");
        assertThat(shown).hasSameSizeAs(video);
        assertThat(accepted(shown).mediaType()).isEqualTo("video/quicktime");
    }

    private Accepted accepted(byte[] bytes) {
        Inspected seen = inspection.of(bytes);
        assertThat(seen).isInstanceOf(Accepted.class);
        return (Accepted) seen;
    }

    private Why whyNot(byte[] bytes) {
        Inspected seen = inspection.of(bytes);
        assertThat(seen).isInstanceOf(Refused.class);
        return ((Refused) seen).why();
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static int firstScan(byte[] jpeg) {
        for (var i = 2; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                return i;
            }
        }
        throw new IllegalArgumentException("No scan");
    }
}
