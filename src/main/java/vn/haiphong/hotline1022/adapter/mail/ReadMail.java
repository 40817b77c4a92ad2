package vn.haiphong.hotline1022.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.haiphong.hotline1022.application.hear.IncomingMail;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.receive.JudgeFiles.Judged;

/**
 * Reads a letter as it lay in the mailbox. Anybody may send anything: what cannot be read is left out and said, and nothing
 * here fails for it.
 */
final class ReadMail {

    private static final Session NOWHERE = Session.getInstance(new Properties());
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;
    private static final int MOST_REFERENCES = 50;
    private static final int LONGEST_TEXT = 200_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");
    private static final Pattern MACHINE =
            Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@.*");
    /** What mail programs put before the subject they answer; many say it in no other way. */
    private static final Pattern AWAY = Pattern.compile(
            "\\s*(auto(matic)?[- ]?(reply|response)|out of( the)? office|(thư )?trả lời tự động|tự động trả lời)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\b");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Original|Final)-Recipient:\\s*rfc822;\\s*(\\S+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d\\.\\d+\\.\\d+)");

    private final MimeMessage message;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private final List<Enclosed> files = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int parts;

    /** A file that came along, unjudged. */
    private record Enclosed(String name, byte[] bytes) implements JudgeFiles.Upload {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** A letter of ours that did not arrive. @param recipient null if it does not say whom it was for */
    record Bounce(String messageId, String recipient, String error) {}

    ReadMail(byte[] raw) {
        this.message = parsed(raw);
        try {
            walk(message, 0);
        } catch (MessagingException | IOException | RuntimeException e) {
            unreadable.add("Thư có phần không đọc được");
        }
    }

    private static MimeMessage parsed(byte[] raw) {
        try {
            return new MimeMessage(NOWHERE, new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            return new MimeMessage(NOWHERE);
        }
    }

    IncomingMail as(String place, byte[] raw, Sender own, Function<JudgeFiles.Upload, Judged> judge) {
        var from = from();
        var sender = from.map(InternetAddress::getAddress)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .orElse("");
        var judged = files.stream().map(judge).toList();
        var refused = new ArrayList<>(judged.stream()
                .flatMap(file -> file.faults().stream())
                .map(Fault::vietnamese)
                .toList());
        refused.addAll(unreadable);
        return new IncomingMail(
                place,
                digest(raw, sender),
                sender,
                from.map(InternetAddress::getPersonal).orElse(null),
                decoded(header("Subject")),
                references(),
                OwnWords.of(text()),
                judged.stream().flatMap(file -> file.files().stream()).toList(),
                refused.stream().distinct().limit(10).toList(),
                isAutomatic(sender) || own.is(sender),
                raw);
    }

    /** One sender, or none: of several nobody can say who wrote. */
    private Optional<InternetAddress> from() {
        try {
            var from = message.getFrom();
            return from != null
                            && from.length == 1
                            && from[0] instanceof InternetAddress one
                            && one.getAddress() != null
                            && one.getAddress().contains("@")
                    ? Optional.of(one)
                    : Optional.empty();
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private List<String> references() {
        var found = new ArrayList<String>();
        MESSAGE_ID.matcher(header("In-Reply-To")).results().forEach(id -> found.add(id.group()));
        var earlier = MESSAGE_ID
                .matcher(header("References"))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        for (var i = earlier.size() - 1; i >= 0; i--) {
            found.add(earlier.get(i));
        }
        return found.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    /** Whether a program wrote it (RFC 3834 and what came before it): it is never answered. */
    private boolean isAutomatic(String sender) {
        var submitted = header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        var precedence = header("Precedence").strip().toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || List.of("bulk", "junk", "list", "auto_reply").contains(precedence)
                || !header("List-Id").isEmpty()
                || !header("List-Unsubscribe").isEmpty()
                || AWAY.matcher(decoded(header("Subject"))).lookingAt()
                || !header("X-Autoreply").isEmpty()
                || !header("X-Autorespond").isEmpty()
                || header("Return-Path").strip().equals("<>")
                || header("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")
                || MACHINE.matcher(sender).matches();
    }

    /** RFC 3464: which letter of ours it is about, and that it is over with it; a mere delay is not. */
    Optional<Bounce> bounce() {
        if (!header("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")
                || !FAILED.matcher(report).find()) {
            return Optional.empty();
        }
        var recipient = RECIPIENT.matcher(report);
        var status = STATUS.matcher(report);
        var whom = recipient.find() ? recipient.group(1) : null;
        var error = status.find() ? "mã " + status.group(1) : "";
        return MESSAGE_ID
                .matcher(report)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(id -> id.endsWith("@1022.haiphong.gov.vn>"))
                .findFirst()
                .map(id -> new Bounce(id, whom, error));
    }

    private String text() {
        return plain.toString().isBlank() ? words(html.toString()) : plain.toString();
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            unreadable.add("Thư lồng nhau quá nhiều phần");
            return;
        }
        var type = type(part);
        if (type.equals("message/delivery-status")
                || type.equals("text/rfc822-headers")
                || type.equals("message/rfc822")
                        && header("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")) {
            append(report, read(part, "us-ascii"));
            report.append("\n\n");
        } else if (type.startsWith("multipart/") && part.getContent() instanceof Multipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                inside(several, i, depth);
            }
        } else if (type.equals("message/rfc822") && part.getContent() instanceof MimeMessage forwarded) {
            append(plain, "\n[Thư chuyển kèm] ");
            walk(forwarded, depth + 1);
        } else if (type.startsWith("text/") && !isFile(part)) {
            append(type.equals("text/html") ? html : plain, read(part, charset(part)) + "\n");
        } else {
            files.add(new Enclosed(fileName(part), bytes(part)));
        }
    }

    private void inside(Multipart several, int i, int depth) throws MessagingException {
        try {
            walk(several.getBodyPart(i), depth + 1);
        } catch (IOException | MessagingException | RuntimeException e) {
            unreadable.add("Thư có phần không đọc được");
        }
    }

    private static boolean isFile(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static String type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (jakarta.mail.internet.ParseException e) {
            return "text/plain"; // as RFC 2045 has it for what says nothing
        }
    }

    private static String charset(Part part) throws MessagingException {
        try {
            var named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? "utf-8" : named;
        } catch (jakarta.mail.internet.ParseException e) {
            return "utf-8";
        }
    }

    private static String fileName(Part part) {
        try {
            return part.getFileName() == null ? "tep" : decoded(part.getFileName());
        } catch (MessagingException e) {
            return "tep";
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return in.readAllBytes(); // no more than the letter had, whose size was looked at before
        }
    }

    private static String read(Part part, String charset) throws MessagingException, IOException {
        var bytes = bytes(part);
        if (charset.toLowerCase(Locale.ROOT).matches("us-ascii|iso-8859-1|windows-1252")) {
            return guessed(bytes); // what programs say that do not know
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(charset))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return guessed(bytes);
        }
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1258"));
        }
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() < LONGEST_TEXT) {
            text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
        }
    }

    /** What a person would read of a page, with its lines; a quotation as a quotation. */
    private static String words(String html) {
        var page = Jsoup.parse(html);
        page.select("script,style,head,title").remove();
        var text = new StringBuilder();
        page.select("blockquote").forEach(quoted -> quoted.prepend("<p>&gt;&gt;1022</p>"));
        org.jsoup.select.NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(org.jsoup.nodes.Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.text());
                        } else if (node instanceof Element element
                                && (element.isBlock() || element.normalName().equals("br"))
                                && !text.isEmpty()
                                && text.charAt(text.length() - 1) != '\n') {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(org.jsoup.nodes.Node node, int depth) {
                        if (node instanceof Element element
                                && (element.normalName().equals("p")
                                        || element.normalName().equals("br"))) {
                            text.append('\n');
                        }
                    }
                },
                page);
        var whole = text.toString().replace('\u00a0', ' ');
        var quotation = whole.indexOf(">>1022"); // programs put the letter they answer at the end
        return quotation > 0 && !whole.substring(0, quotation).isBlank()
                ? whole.substring(0, quotation)
                : whole.replace(">>1022", "");
    }

    private String header(String name) {
        try {
            var all = message.getHeader(name);
            return all == null || all.length == 0 ? "" : all[0];
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(text));
        } catch (IOException | RuntimeException e) {
            return text;
        }
    }

    /** The way it came, which the lines of its head tell, does not make it another letter. */
    private String digest(byte[] raw, String sender) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((header("Message-ID") + "\u001f" + sender + "\u001f" + header("Subject"))
                    .getBytes(StandardCharsets.UTF_8));
            var body = bodyOf(raw);
            sha.update(raw, body, raw.length - body);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    private static int bodyOf(byte[] raw) {
        for (var i = 0; i + 1 < raw.length; i++) {
            if (raw[i] == '\n' && (raw[i + 1] == '\n' || raw[i + 1] == '\r')) {
                return i + 1;
            }
        }
        return 0;
    }
}
