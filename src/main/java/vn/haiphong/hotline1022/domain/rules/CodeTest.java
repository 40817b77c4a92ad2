package vn.haiphong.hotline1022.domain.rules;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a cell asks of a column that holds codes: one of them, or none of them.
 *
 * @param except whether every code but these is meant; together with no code at all: anything
 * @param codes in the order in which they are written
 */
public record CodeTest(boolean except, Set<String> codes) {

    public static final CodeTest ANYTHING = new CodeTest(true, Set.of());

    public CodeTest {
        codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    }

    /** Empty for a cell that asks for something else, or in the full language. */
    public static Optional<CodeTest> of(String cell) {
        return PlainCell.of(cell).flatMap(plain -> {
            if (plain.isAnything()) {
                return Optional.of(ANYTHING);
            }
            var codes = new LinkedHashSet<String>();
            for (var part : plain.parts()) {
                if (!(part instanceof PlainCell.Text text)) {
                    return Optional.empty();
                }
                codes.add(text.text());
            }
            return codes.isEmpty() ? Optional.empty() : Optional.of(new CodeTest(plain.isNegated(), codes));
        });
    }

    public boolean isAnything() {
        return except && codes.isEmpty();
    }

    public boolean holds(String code) {
        return except != codes.contains(code);
    }

    /** Whether it surely holds for whatever the other holds for. */
    public boolean covers(CodeTest other) {
        if (except) {
            return other.except
                    ? other.codes.containsAll(codes)
                    : codes.stream().noneMatch(other.codes::contains);
        }
        return !other.except && codes.containsAll(other.codes);
    }

    /** Whether there may be a code for which both hold. */
    public boolean meets(CodeTest other) {
        if (except && other.except) {
            return true;
        }
        return except
                ? !codes.containsAll(other.codes)
                : other.except
                        ? !other.codes.containsAll(codes)
                        : codes.stream().anyMatch(other.codes::contains);
    }
}
