package vn.haiphong.hotline1022.adapter.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels and nothing else: read from a file, drawn anew upright, written as another file. */
final class Picture {

    private static final float QUALITY = 0.85f;

    private final BufferedImage pixels;

    private Picture(BufferedImage pixels) {
        this.pixels = pixels;
    }

    /** What a picture says of its size, before anything of it is decoded. */
    record Size(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }

    static Size sizeOf(byte[] file, String format) throws IOException {
        return withReader(file, format, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /** Of a very large picture only every second, third … point is decoded: as many as are needed. */
    static Picture read(byte[] file, String format, int longest) throws IOException {
        return withReader(file, format, reader -> {
            var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / longest);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return new Picture(reader.read(0, how));
        });
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private static <T> T withReader(byte[] file, String format, Reading<T> reading) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reading.from(reader);
        } catch (RuntimeException e) { // what the decoder did not expect
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }

    /** Not larger than that, and turned as the camera was held. */
    Picture upright(int orientation, int longest) {
        var nearest = halved(longest);
        var width = nearest.getWidth();
        var height = nearest.getHeight();
        var scale = Math.min(1.0, (double) longest / Math.max(width, height));
        var w = Math.max(1, (int) Math.round(width * scale));
        var h = Math.max(1, (int) Math.round(height * scale));
        var lying = orientation >= 5;
        var drawn = new BufferedImage(
                lying ? h : w,
                lying ? w : h,
                pixels.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var turn = turn(orientation, w, h);
        turn.scale((double) w / width, (double) h / height);
        draw(nearest, drawn, turn);
        return new Picture(drawn);
    }

    /** Halving first keeps fine lines that one large step would lose. */
    private BufferedImage halved(int longest) {
        var image = pixels;
        while (Math.max(image.getWidth(), image.getHeight()) >= 2 * longest
                && Math.min(image.getWidth(), image.getHeight()) > 1) {
            var half = new BufferedImage(
                    image.getWidth() / 2,
                    image.getHeight() / 2,
                    pixels.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            draw(
                    image,
                    half,
                    AffineTransform.getScaleInstance(
                            (double) half.getWidth() / image.getWidth(),
                            (double) half.getHeight() / image.getHeight()));
            image = half;
        }
        return image;
    }

    private static void draw(BufferedImage from, BufferedImage to, AffineTransform how) {
        var graphics = to.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, how, null);
        graphics.dispose();
    }

    /** The eight ways to hold a camera, as Exif counts them. */
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    byte[] asPng() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", new MemoryCacheImageOutputStream(out));
        return out.toByteArray();
    }

    byte[] asJpeg() throws IOException {
        var opaque = new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(pixels, 0, 0, Color.WHITE, null);
        graphics.dispose();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(opaque, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
