package vn.haiphong.hotline1022.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import vn.haiphong.hotline1022.application.port.CheckedFile;

/** Files as citizens and officers send them, and as attackers would. */
public final class Photos {

    public static final byte[] JPEG = jpeg(64, 48);
    public static final byte[] PNG = image("png", 64, 48);
    public static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    private Photos() {}

    /** As it comes out of the judgement. */
    public static CheckedFile checked(String name) {
        return new CheckedFile(name, "image/jpeg", JPEG, JPEG, JPEG, false);
    }

    public static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    /** Upper left red, the rest blue: so that one sees how it was turned. */
    private static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A telephone's photo: how it was held, where it was taken (GPS), by what; and XMP with a name. */
    public static byte[] fromTelephone(int orientation, int width, int height) {
        var tiff = ByteBuffer.allocate(200);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, 8, 100); // maker
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 60); // GPS
        tiff.putInt(0);
        tiff.position(60);
        tiff.putShort((short) 1);
        entry(tiff, 0x001D, 2, 11, 120);
        tiff.putInt(0);
        tiff.position(100);
        tiff.put("CAMERAX\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(120);
        tiff.put("GPS20.8566N\0".getBytes(StandardCharsets.US_ASCII));
        var exif = concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(tiff.array(), 140));
        var xmp = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>OWNER-LAN</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII);
        var plain = jpeg(width, height);
        return concat(
                Arrays.copyOf(plain, 2),
                segment(0xE1, exif),
                segment(0xE1, xmp),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    public static byte[] segment(int marker, byte[] content) {
        var length = content.length + 2;
        return concat(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, content);
    }

    /** A few bytes that say they are a picture of that size. */
    public static byte[] pngThatSays(int width, int height) {
        var head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return concat(
                Arrays.copyOf(PNG, 8),
                chunk("IHDR", head),
                chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] content) {
        var body = concat(type.getBytes(StandardCharsets.US_ASCII), content);
        var crc = new CRC32();
        crc.update(body);
        return concat(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** The boxes of a telephone's video, with its place in the user data. */
    public static byte[] video(String brand) {
        var place = box("udta", box("\u00a9xyz", "+20.8566+106.6822/".getBytes(StandardCharsets.US_ASCII)));
        return concat(
                box("ftyp", (brand + "\0\0\0\0" + brand).getBytes(StandardCharsets.US_ASCII)),
                box("moov", concat(box("mvhd", new byte[100]), place)),
                box("mdat", new byte[1000]));
    }

    private static byte[] box(String type, byte[] content) {
        return concat(
                ByteBuffer.allocate(4).putInt(content.length + 8).array(),
                type.getBytes(StandardCharsets.ISO_8859_1),
                content);
    }

    public static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
