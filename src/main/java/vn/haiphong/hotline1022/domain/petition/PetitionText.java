package vn.haiphong.hotline1022.domain.petition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a petition as the tables read them: lower case, one space between words and at both ends; once with
 * Vietnamese marks and once without, since many write without.
 */
public record PetitionText(String accented, String plain, Optional<String> mentionedCode) {

    private static final Pattern CODE = Pattern.compile("HP1022-\\d{6}-\\d{6,9}(-\\d)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[^ ]+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What people write short: "ko co dien", "cty no luong", "nop o dau v ad". The tables need only know the whole word. */
    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("ko", "không"),
            Map.entry("hok", "không"),
            Map.entry("hông", "không"),
            Map.entry("khg", "không"),
            Map.entry("k", "không"),
            Map.entry("dc", "được"),
            Map.entry("đc", "được"),
            Map.entry("tp", "thành phố"),
            Map.entry("dg", "đường"),
            Map.entry("đg", "đường"),
            Map.entry("nc", "nước"),
            Map.entry("cty", "công ty"),
            Map.entry("ctrinh", "công trình"),
            Map.entry("ktra", "kiểm tra"),
            Map.entry("qd", "quyết định"),
            Map.entry("qđ", "quyết định"),
            Map.entry("ng", "người"),
            Map.entry("ngta", "người ta"),
            Map.entry("trc", "trước"),
            Map.entry("trg", "trong"),
            Map.entry("vs", "với"),
            Map.entry("j", "gì"),
            Map.entry("r", "rồi"),
            Map.entry("h", "giờ"),
            Map.entry("ntn", "như thế nào"),
            Map.entry("bn", "bao nhiêu"),
            Map.entry("bh", "bây giờ"),
            Map.entry("mk", "mình"),
            Map.entry("mn", "mọi người"),
            Map.entry("cn", "công nhân"),
            Map.entry("ae", "anh em"),
            Map.entry("cx", "cũng"),
            Map.entry("xl", "xử lý"),
            Map.entry("nv", "nhân viên"),
            Map.entry("ctich", "chủ tịch"),
            Map.entry("xm", "xe máy"),
            Map.entry("sdt", "số điện thoại"));

    /** What follows "đường", "khu"… when no name does: "đường trước nhà tôi", "đường ngập", "phương tiện", "xã hội". */
    private static final String NO_NAME =
            "trước|truoc|này|nay|bị|bi|đang|dang|ngập|ngap|hỏng|hong|xấu|xau|tối|toi|tôi|em|mình|minh|nhà|nha|ở|o|tắt|tat|sập|sụt"
                    + "|sut|lún|lun|đó|đo|do|kia|đi|di|rất|rat|quá|qua|không|khong|có|co|hết|het|mất|mat|lại|lai|vào|vao|ra|nữa|nước|nuoc"
                    + "|thì|thi|là|la|và|va|mà|ma|cho|đến|den|từ|tu|nào|ta|chúng|chung|gần|gan|trên|tren|dưới|duoi|cả|ca|con|đầy|day"
                    + "|chạy|chay|điện|dien|sửa|sua|làm|lam|đều|deu|cũng|cung|xuống|xuong|sát|sat|vỡ|vo|bẩn|ban|hay|để|hẻm|sá|xá|rồi|roi"
                    + "|nhiều|nhieu|trong|ngoài|ngoai|vực|vuc|hợp|hop|học|hoc|hội|hoi|thải|thai|rác|rac|ly|lý|tâm|tam|trọng|ăn|an|tiện|tien"
                    + "|độc|doc|biến|bien|chủ|chu|thông|thong|dân|phố|pho|với|voi|của|cua|giúp|giup|mấy|may|tuyến|tuyen|ống|ong|dây|long|lòng";
    /** With marks the nouns are certain; "cho" without them is "for" more often than "market". */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<= )\\d+[a-gi-z]?(?= )(?! (ngay|dem|hom|toi|tuan|thang|nam|gio|phut|lan|bong|cai|chiec|cot|cay|nguoi|ho|nha|met|m2|khoi) )");

    private static final Pattern PLACE = Pattern.compile(
            " (đường|phố|ngõ|ngách|hẻm|kiệt|số nhà|nhà số|thôn|xóm|tổ dân phố|tdp|khu|khu phố|phường|xã|quận|huyện|thị trấn|thị xã|đặc khu"
                    + "|cầu|chợ|ngã ba|ngã tư|ngã năm|ngã sáu|trường|bệnh viện|bến xe|bến|chung cư|kcn|khu công nghiệp|khu đô thị|đảo|sông"
                    + "|đê|hồ|công viên|quốc lộ|tỉnh lộ|làng|chùa|street|road|lane) (?!("
                    + NO_NAME + ") )[\\p{L}\\p{N}]+");

    private static final Pattern PLAIN_PLACE = Pattern.compile(
            " (duong|pho|ngo|ngach|hem|so nha|nha so|thon|xom|to dan pho|tdp|khu|khu pho|phuong|xa|quan|huyen|thi tran|cau|nga ba|nga tu"
                    + "|nga nam|nga sau|truong|benh vien|ben xe|chung cu|kcn|khu cong nghiep|khu do thi|cong vien|quoc lo|tinh lo|chot"
                    + "|street|road|lane) (?!("
                    + NO_NAME + ") )[\\p{L}\\p{N}]+");
    private static final Pattern ENGLISH_PLACE =
            Pattern.compile(" [\\p{L}\\p{N}]+ (street|road|bridge|market|ward|district) ");

    /** As people here write it: 0912345678, 0912.345.678, +84 912 345 678, (0225) 3842 000; not a date, not a code of ours. */
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\d/])(?<!\\d[.-])(?:\\+?84|\\(?0)(?:[ .()-]{0,2}\\d){8,10}(?![\\d/:])");

    public static PetitionText of(String content) {
        var text = Normalizer.normalize(content == null ? "" : content, Normalizer.Form.NFC);
        var accented = " "
                + NOT_A_WORD
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
        var code = CODE.matcher(text);
        return new PetitionText(
                accented,
                withoutMarks(accented),
                code.find() ? Optional.of(code.group().toUpperCase(Locale.ROOT)) : Optional.empty());
    }

    /** The same with short forms written out; with marks where the text has marks, so that one can still tell which it is. */
    public PetitionText inFull() {
        var marked = !accented.equals(plain);
        var full = WORD.matcher(accented)
                .replaceAll(word -> Optional.ofNullable(SHORT_FORMS.get(word.group()))
                        .map(written -> marked ? written : withoutMarks(written))
                        .orElse(word.group()));
        return new PetitionText(full, withoutMarks(full), mentionedCode);
    }

    /** Whether people can read it and a database keep it: no control character but line and tab, no half of a character. */
    public static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c >= 0xd800 && c <= 0xdfff);
    }

    /** Contact data stay with the petitioner: what goes into the history names none. */
    public static String withoutTelephones(String text) {
        return TELEPHONE.matcher(text).replaceAll("(số điện thoại)");
    }

    /** As much of a text as fits, with a sign that more was there. */
    public static String upTo(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2))
                ? longest - 2
                : longest - 1; // half a letter is none
        return text.substring(0, end) + "…";
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /** Whether the text itself says where: a street, a hamlet, a bridge. */
    public boolean namesAPlace() {
        var written = accented.equals(plain) ? PLAIN_PLACE.matcher(plain) : PLACE.matcher(accented);
        return written.find() || ENGLISH_PLACE.matcher(plain).find();
    }

    /** Whether two petitions of the same field and area seem to speak of one place: most of the shorter one's words recur. */
    public boolean isAboutTheSamePlaceAs(PetitionText other) {
        var mine = words();
        var theirs = other.words();
        var common = new HashSet<>(mine);
        common.retainAll(theirs);
        var shorter = Math.min(mine.size(), theirs.size());
        return shorter > 0 && common.size() >= 3 && common.size() * 2 >= shorter;
    }

    /** Numbers of houses, lanes and posts, as far as they can be told from those of days and things. */
    public boolean namesTheSameNumbersAs(PetitionText other) {
        return numbers().equals(other.numbers());
    }

    private Set<String> numbers() {
        return NUMBER.matcher(plain).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Whether two petitions, one of which does not say where, are one all the same: four of five words recur. */
    public boolean saysNearlyTheSameAs(PetitionText other) {
        var mine = words();
        var theirs = other.words();
        var common = new HashSet<>(mine);
        common.retainAll(theirs);
        var longer = Math.max(mine.size(), theirs.size());
        return common.size() >= 5 && common.size() * 5 >= longer * 4;
    }

    private Set<String> words() {
        return Arrays.stream(plain.strip().split(" "))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }
}
