package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts that a pattern of words finds, made from the pattern itself: each of its alternatives comes up. What looks ahead or
 * behind is passed over, so an example is a guess until the pattern has been tried on it.
 */
final class PatternExamples {

    private final Node pattern;
    private final int variants;

    private PatternExamples(Node pattern) {
        this.pattern = pattern;
        this.variants = (int) Math.min(pattern.variants(), 4096);
    }

    /** Empty for a pattern with what our tables do not use. */
    static Optional<PatternExamples> of(String pattern) {
        try {
            return Optional.of(new PatternExamples(new Reader(pattern).all()));
        } catch (Unusual e) {
            return Optional.empty();
        }
    }

    /** After so many examples they begin again. */
    int variants() {
        return variants;
    }

    String example(int number) {
        var text = new StringBuilder();
        pattern.write(text, number);
        return text.toString();
    }

    private interface Node {

        long variants();

        void write(StringBuilder text, long number);
    }

    private record Letters(String letters) implements Node {

        @Override
        public long variants() {
            return 1;
        }

        @Override
        public void write(StringBuilder text, long number) {
            text.append(letters);
        }
    }

    private record Row(List<Node> parts) implements Node {

        @Override
        public long variants() {
            return parts.stream().mapToLong(Node::variants).max().orElse(1);
        }

        @Override
        public void write(StringBuilder text, long number) {
            parts.forEach(part -> part.write(text, number));
        }
    }

    private record Choice(List<Node> options) implements Node {

        @Override
        public long variants() {
            return Math.min(
                    100_000,
                    options.size()
                            * options.stream().mapToLong(Node::variants).max().orElse(1));
        }

        @Override
        public void write(StringBuilder text, long number) {
            options.get((int) (number % options.size())).write(text, number / options.size());
        }
    }

    private record Repeated(Node part, int least, int most) implements Node {

        @Override
        public long variants() {
            return most == least ? part.variants() : Math.min(100_000, 2 * part.variants());
        }

        @Override
        public void write(StringBuilder text, long number) {
            var times = most == least || number % 2 == 0 ? least : least + 1;
            for (var i = 0; i < times; i++) {
                part.write(text, most == least ? number : number / 2);
            }
        }
    }

    private static final class Unusual extends RuntimeException {

        Unusual() {
            super(null, null, false, false);
        }
    }

    private static final class Reader {

        private final String pattern;
        private int at;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        Node all() {
            var node = choice(0);
            if (at < pattern.length()) {
                throw new Unusual();
            }
            return node;
        }

        private Node choice(int depth) {
            if (depth > 50) {
                throw new Unusual();
            }
            var options = new ArrayList<Node>();
            options.add(row(depth));
            while (at < pattern.length() && pattern.charAt(at) == '|') {
                at++;
                options.add(row(depth));
            }
            return options.size() == 1 ? options.get(0) : new Choice(options);
        }

        private Node row(int depth) {
            var parts = new ArrayList<Node>();
            while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
                parts.add(repeated(one(depth)));
            }
            return parts.size() == 1 ? parts.get(0) : new Row(parts);
        }

        private Node one(int depth) {
            var c = pattern.charAt(at++);
            return switch (c) {
                case '(' -> group(depth);
                case '[' -> oneOf();
                case '.' -> new Letters("a");
                case '^', '$' -> new Letters("");
                case '\\', '*', '+', '?', '{' -> throw new Unusual();
                default -> new Letters(String.valueOf(c));
            };
        }

        private Node group(int depth) {
            var passedOver = false;
            if (pattern.startsWith("?:", at)) {
                at += 2;
            } else if (pattern.startsWith("?=", at) || pattern.startsWith("?!", at)) {
                at += 2;
                passedOver = true;
            } else if (pattern.startsWith("?<=", at) || pattern.startsWith("?<!", at)) {
                at += 3;
                passedOver = true;
            } else if (pattern.startsWith("?", at)) {
                throw new Unusual();
            }
            var inside = choice(depth + 1);
            if (at == pattern.length()) {
                throw new Unusual();
            }
            at++;
            return passedOver ? new Letters("") : inside;
        }

        private Node oneOf() {
            var end = pattern.indexOf(']', at);
            if (end <= at
                    || "\\&[".chars().anyMatch(c -> pattern.substring(at, end).indexOf(c) >= 0)) {
                throw new Unusual();
            }
            var named = pattern.substring(at, end);
            at = end + 1;
            if (named.startsWith("^")) {
                return new Letters(named.indexOf('q') < 0 ? "q" : "7");
            }
            return new Letters(named.substring(0, 1));
        }

        private Node repeated(Node node) {
            var again = node;
            while (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
                var c = pattern.charAt(at++);
                again = switch (c) {
                    case '?' -> new Repeated(again, 0, 1);
                    case '*' -> new Repeated(again, 0, 9);
                    case '+' -> new Repeated(again, 1, 9);
                    default -> counted(again);
                };
            }
            return again;
        }

        private Node counted(Node node) {
            var end = pattern.indexOf('}', at);
            if (end < 0) {
                throw new Unusual();
            }
            var bounds = pattern.substring(at, end).split(",", -1);
            at = end + 1;
            try {
                var least = Integer.parseInt(bounds[0]);
                var most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + 9 : Integer.parseInt(bounds[1]);
                if (least > 20) {
                    throw new Unusual();
                }
                return new Repeated(node, least, most);
            } catch (NumberFormatException e) {
                throw new Unusual();
            }
        }
    }
}
