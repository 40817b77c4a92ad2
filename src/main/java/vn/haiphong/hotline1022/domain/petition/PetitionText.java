package vn.haiphong.hotline1022.domain.petition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a petition as the tables read them: lower case, one space between words and at both ends; once with
 * Vietnamese marks and once without, since many write without.
 */
public record PetitionText(String accented, String plain, Optional<String> mentionedCode) {

    private static final Pattern CODE = Pattern.compile("HP1022-\\d{6}-\\d{6,9}(-\\d)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PLACE = Pattern.compile(
            " (duong|pho|ngo|ngach|hem|kiet|so nha|nha so|thon|xom|to dan pho|tdp|khu|khu pho|phuong|xa|quan|huyen|thi tran|cau|cho|nga ba|nga tu|nga nam|nga sau|truong|benh vien|ben xe|chung cu|kcn|khu cong nghiep|dao|song|de|cong vien|street|road) [\\p{L}\\p{N}]+");

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

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /** Whether the text itself says where: a street, a hamlet, a bridge. */
    public boolean namesAPlace() {
        return PLACE.matcher(plain).find();
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

    private Set<String> words() {
        return Arrays.stream(plain.strip().split(" "))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }
}
