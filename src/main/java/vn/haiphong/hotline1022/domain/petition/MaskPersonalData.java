package vn.haiphong.hotline1022.domain.petition;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what tells strangers who somebody is, before the text becomes public (Giả định A-54): telephone numbers,
 * e-mail addresses, numbers of identity cards and bank accounts, number plates, names after a form of address and, where asked
 * for, house numbers. Rather too much than too little; what no pattern knows a person has to take out.
 */
public final class MaskPersonalData {

    private record Rule(Pattern pattern, String instead) {}

    /** Neither inside a word nor inside a number: the code of a petition is no telephone. */
    private static final String EDGE = "(?<![\\p{L}\\p{N}])(?<!\\d-)";

    private static final String END = "(?![\\p{L}\\p{N}])";
    /** People write numbers in groups. */
    private static final String GAP = "[ .\\u00A0-]{0,2}";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NAME_WORD = "\\p{Lu}[\\p{Ll}\\p{M}]+";

    private static final Rule EMAIL =
            rule("[\\p{L}\\p{N}._%+-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+", "(thư điện tử)");
    /** Called an account: its digits may be few, and a telephone's many. */
    private static final Rule ACCOUNT = rule(
            EDGE + "((?:số tài khoản|tài khoản|stk|tk)(?: ngân hàng)?(?: số)?\\s?:?\\s?)\\d(?:" + GAP + "\\d){5,18}"
                    + END,
            "$1(số tài khoản)");

    private static final Rule TELEPHONE = rule(
            "(?<![\\p{L}\\p{N}+])(?<!\\d-)(?:\\(?\\+?84\\)?|0)" + GAP + "\\(?\\d\\)?(?:" + GAP + "\\(?\\d\\)?){7,9}"
                    + END,
            "(số điện thoại)");
    private static final Rule CARD =
            rule(EDGE + "(?:\\d(?:" + GAP + "\\d){11}|\\d(?:" + GAP + "\\d){8})" + END, "(số giấy tờ)");
    /** 15A-123.45, 15-B1 234.56, 16LD 01234 */
    private static final Rule PLATE = rule(
            EDGE + "\\d{2}\\s?-?\\s?(?:[A-Z]{1,2}|[A-Z]\\d|LD|NN|NG|MĐ)\\s?-?\\s?\\d{3}[. ]?\\d{1,2}" + END,
            "(biển số xe)");

    /** Whatever is left of eight digits and more in a row: an account, a card, a contract. Sums and dates have dots. */
    private static final Rule NUMBER = rule(EDGE + "\\d{8,}" + END, "(dãy số)");

    private static final Rule HOUSE =
            rule(EDGE + "((?:số nhà|nhà số|số)\\s)\\d{1,4}[a-zđ]?(?:/\\d{1,4}[a-zđ]?){0,4}" + END, "$1(số nhà)");

    /** The form of address in any case, the name in capitals: "chị Nguyễn Thị An", not "anh công nhân". */
    private static final Rule NAMED = new Rule(
            Pattern.compile(EDGE
                    + "((?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|ÔNG|BÀ|ANH|CHỊ|[Cc]ô|[Cc]hú|[Bb]ác)(?:\\s?\\([Bb]à\\))?:?\\s)"
                    + NAME_WORD + "(?:\\s" + NAME_WORD + "){0,4}"),
            "$1(tên)");

    private static final List<Rule> ALWAYS = List.of(EMAIL, ACCOUNT, PLATE, TELEPHONE, CARD, NUMBER, NAMED);

    private MaskPersonalData() {}

    /** What stays is what happened and where: the house number as well. */
    public static String in(String text) {
        return masked(text, ALWAYS);
    }

    /** The house number, too: of a complaint about somebody's home, say. */
    public static String withHouseNumbersIn(String text) {
        return masked(masked(text, ALWAYS), List.of(HOUSE));
    }

    private static String masked(String text, List<Rule> rules) {
        var masked = text;
        if (masked == null) {
            return null;
        }
        for (var rule : rules) {
            masked = rule.pattern().matcher(masked).replaceAll(found -> replacement(rule, found));
        }
        return masked;
    }

    private static String replacement(Rule rule, MatchResult found) {
        return rule.instead().startsWith("$1")
                ? Matcher.quoteReplacement(found.group(1) + rule.instead().substring(2))
                : Matcher.quoteReplacement(rule.instead());
    }

    private static Rule rule(String pattern, String instead) {
        return new Rule(Pattern.compile(pattern, FLAGS), instead);
    }
}
