package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;

/**
 * The arguments of a request, of its address and its body together. Read here and not by the container, which drops what it
 * cannot read: a petition must not be taken without its second half.
 */
final class Params {

    static final int LARGEST = 1024 * 1024;
    private static final int MOST = 1000;
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](\\[\\d*])?");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<JudgeFiles.Upload> files = new ArrayList<>();
    private int count;

    private Params() {}

    static Params ofAddress(HttpServletRequest request) {
        var params = new Params();
        params.addForm(request.getQueryString());
        return params;
    }

    static Params ofAddressAndBody(HttpServletRequest request) {
        var params = ofAddress(request);
        var type = request.getContentType() == null
                ? ""
                : request.getContentType().toLowerCase(Locale.ROOT).strip();
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw Open311Problem.ofStatus(415);
        }
        if (type.startsWith("multipart/form-data")) {
            params.addParts(request);
        } else if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
            params.addForm(new String(body(request), StandardCharsets.ISO_8859_1));
        } else {
            throw Open311Problem.ofStatus(415);
        }
        return params;
    }

    private static byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST) {
            throw Open311Problem.ofStatus(413);
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw Open311Problem.ofStatus(400); // broken off, or broken chunks
        }
        if (bytes.length > LARGEST) {
            throw Open311Problem.ofStatus(413);
        }
        return bytes;
    }

    private void addParts(HttpServletRequest request) {
        List<Part> parts;
        try {
            parts = List.copyOf(request.getParts());
        } catch (IllegalStateException tooLarge) {
            throw Open311Problem.ofStatus(413);
        } catch (ServletException | IOException unreadable) {
            throw Open311Problem.ofStatus(400);
        }
        for (var part : parts) {
            if (part.getSubmittedFileName() != null) {
                files.add(JudgeFiles.Upload.of(part.getSubmittedFileName(), part.getSize(), () -> bytes(part)));
            } else if (part.getSize() > LARGEST) {
                throw Open311Problem.ofStatus(413);
            } else {
                add(part.getName(), utf8(bytes(part)));
            }
        }
    }

    private static byte[] bytes(Part part) {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param form byte by byte, each a character */
    private void addForm(String form) {
        if (form == null || form.isBlank()) {
            return;
        }
        for (var pair : form.split("&")) {
            if (!pair.isBlank()) {
                var equals = pair.indexOf('=');
                add(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String written) {
        var bytes = new ByteArrayOutputStream(written.length());
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            if (c == '%') {
                var high = i + 1 < written.length() ? Character.digit(written.charAt(i + 1), 16) : -1;
                var low = i + 2 < written.length() ? Character.digit(written.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw unreadable();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static Open311Problem unreadable() {
        return new Open311Problem(
                400,
                "Tham số phải mã hóa UTF-8, dạng application/x-www-form-urlencoded.",
                "Arguments must be UTF-8, written as application/x-www-form-urlencoded.");
    }

    private void add(String name, String value) {
        if (++count > MOST || value.indexOf('\u0000') >= 0) {
            throw Open311Problem.ofStatus(400);
        }
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    /** The first that is not empty; by the specification an empty argument is one not given. */
    String text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse(null);
    }

    /** Of pictures there may be several, each in an argument of its own: a comma may be part of an address. Null if not given. */
    String addresses(String name) {
        var all = Stream.concat(
                        values.getOrDefault(name, List.of()).stream(),
                        values.getOrDefault(name + "[]", List.of()).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    /** Given several times, or once with commas; null if not given. */
    List<String> list(String name) {
        var all = values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return all.isEmpty() ? null : all;
    }

    /** {@code attribute[code]} and {@code attribute[code][]}, without those left empty. */
    Map<String, List<String>> attributes() {
        var attributes = new LinkedHashMap<String, List<String>>();
        values.forEach((name, given) -> {
            var matcher = ATTRIBUTE.matcher(name);
            var filled = given.stream()
                    .filter(value -> !value.isBlank())
                    .map(String::strip)
                    .toList();
            if (matcher.matches() && !filled.isEmpty()) {
                attributes
                        .computeIfAbsent(matcher.group(1), none -> new ArrayList<>())
                        .addAll(filled);
            }
        });
        return attributes;
    }

    List<JudgeFiles.Upload> files() {
        return files;
    }
}
