package vn.haiphong.hotline1022.domain.directory;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the area somebody means by a code or a name on a day; where that is not certain, it asks instead of guessing. Every
 * option it offers is a text that it would understand.
 */
public final class AreaSearch {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern CODE = Pattern.compile("\\d{2,5}");
    private static final Pattern BETWEEN_UNITS = Pattern.compile("\\s*[,;()\\u2013\\u2014-]\\s*");
    private static final Set<String> THE_CITY =
            Set.of(AreaName.key("Hải Phòng"), "hai phong", AreaName.key("Việt Nam"), "viet nam");
    private static final Map<String, String> KIND_WORDS = Map.of(
            "quan", "quận",
            "huyen", "huyện",
            "thanh_pho", "thành phố",
            "phuong", "phường",
            "xa", "xã",
            "thi_tran", "thị trấn",
            "dac_khu", "đặc khu");
    private static final int MOST_NAMED = 12;
    private static final int MOST_SIMILAR = 5;

    private final AreaHistory history;

    /** Either the area, or a Vietnamese question with the possible answers. */
    public record Answer(Optional<Area> area, String question, List<String> options) {

        private static Answer of(Area area) {
            return new Answer(Optional.of(area), "", List.of());
        }
    }

    public AreaSearch(AreaHistory history) {
        this.history = history;
    }

    public Answer resolve(String given, LocalDate day) {
        var text = given == null
                ? ""
                : Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (CODE.matcher(text).matches()) {
            return byCode(text, day);
        }
        var named = Named.in(text);
        if (named.unit().isEmpty()) {
            return new Answer(Optional.empty(), "Cho biết " + levels(day) + " nơi xảy ra sự việc.", List.of());
        }
        var answer = byName(named, day);
        if (answer.isEmpty() && named.district() == null) {
            // "Đông Hải 1 quận Hải An", written without a comma
            answer = AreaName.splitAtSecondKind(named.unit()).stream()
                    .map(pair -> byName(new Named(pair.get(0), pair.get(1)), day))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return answer.orElseGet(() -> unknown(named, day));
    }

    /** A unit, and the district it is said to lie in; null if none was said. */
    private record Named(String unit, String district) {

        static Named in(String text) {
            var parts = Arrays.stream(BETWEEN_UNITS.split(text))
                    .filter(part -> !AreaName.key(part).isEmpty())
                    .toList();
            while (parts.size() > 1 && isTheCity(parts.get(parts.size() - 1))) {
                parts = parts.subList(0, parts.size() - 1);
            }
            return switch (parts.size()) {
                case 0 -> new Named("", null);
                case 1 -> new Named(parts.get(0), null);
                default -> new Named(parts.get(parts.size() - 2), parts.get(parts.size() - 1));
            };
        }

        private static boolean isTheCity(String part) {
            return AreaName.readings(part).stream().anyMatch(name -> THE_CITY.contains(name.key()));
        }
    }

    private Answer byCode(String code, LocalDate day) {
        var area = history.find(code, day);
        if (area.isPresent()) {
            return Answer.of(area.get());
        }
        var ended = history.lastEnded(code, day);
        if (ended.isPresent()) {
            var heirs = history.heirs(ended.get(), day);
            return heirs.size() == 1 ? Answer.of(heirs.get(0)) : gone(List.of(ended.get()), day);
        }
        return history.firstAfter(code, day)
                .map(later -> notYet(later, day))
                .orElseGet(() -> new Answer(
                        Optional.empty(),
                        "Không có đơn vị hành chính mã " + code + ". Chọn " + levels(day) + " trong danh sách.",
                        List.of()));
    }

    /** Empty if no area of any time bears that name. */
    private Optional<Answer> byName(Named named, LocalDate day) {
        var everywhere = matching(named.unit(), history.throughTheYears(), dated -> dated.isValidOn(day));
        var here = everywhere.stream()
                .filter(dated -> liesIn(dated, named.district(), day))
                .toList();
        if (here.size() == 1) {
            return Optional.of(Answer.of(here.get(0).area()));
        }
        if (here.size() > 1) {
            return Optional.of(several(named.unit(), here, day));
        }
        var before = lastOfEach(
                matching(named.unit(), history.throughTheYears(), dated -> dated.hasEndedBefore(day)).stream()
                        .filter(dated -> liesIn(dated, named.district(), day))
                        .toList());
        if (!before.isEmpty()) {
            return Optional.of(stillTheSame(before, day).map(Answer::of).orElseGet(() -> gone(before, day)));
        }
        if (!everywhere.isEmpty()) {
            return Optional.of(elsewhere(named, everywhere, day));
        }
        return matching(
                        named.unit(),
                        history.throughTheYears(),
                        dated -> dated.from().isAfter(day))
                .stream()
                .filter(dated -> named.district() == null)
                .min(Comparator.comparing(DatedArea::from))
                .map(later -> notYet(later, day));
    }

    private List<DatedArea> matching(String text, Collection<DatedArea> among, Predicate<DatedArea> when) {
        var readings = AreaName.readings(text);
        if (AreaName.hasMarks(text)) {
            var exact = matching(among, when, official -> readings.stream().anyMatch(name -> name.means(official)));
            if (!exact.isEmpty()) {
                return exact;
            }
        }
        return matching(among, when, official -> readings.stream().anyMatch(name -> name.meansWithoutMarks(official)));
    }

    private List<DatedArea> matching(Collection<DatedArea> among, Predicate<DatedArea> when, Predicate<AreaName> name) {
        return among.stream()
                .filter(when)
                .filter(dated -> name.test(history.nameOf(dated.area())))
                .toList();
    }

    /** A commune of today lies in a district of the past if it took over a part of it. */
    private boolean liesIn(DatedArea dated, String district, LocalDate day) {
        if (district == null) {
            return true;
        }
        var area = dated.area();
        return matching(
                        district,
                        history.throughTheYears(),
                        above -> above.area().isDistrict())
                .stream()
                .anyMatch(above -> above.area().code().equals(area.parentCode())
                        || area.parentCode() == null
                                && !area.isDistrict()
                                && above.hasEndedBefore(day)
                                && history.heirs(above, day).contains(area));
    }

    /** Of a ward that kept its name through a reform only the last version counts. */
    private static List<DatedArea> lastOfEach(List<DatedArea> ended) {
        BinaryOperator<DatedArea> later = (a, b) -> b.to().isAfter(a.to()) ? b : a;
        return List.copyOf(ended.stream()
                .collect(Collectors.toMap(
                        dated -> dated.area().parentCode() == null
                                ? dated.area().code()
                                : dated.area().parentCode(),
                        dated -> dated,
                        later,
                        LinkedHashMap::new))
                .values());
    }

    /** "Huyện Thủy Nguyên" after it became a city: another kind, the same unit. */
    private Optional<Area> stillTheSame(List<DatedArea> ended, LocalDate day) {
        if (ended.size() != 1) {
            return Optional.empty();
        }
        var then = ended.get(0);
        var heirs = history.heirs(then, day);
        return heirs.size() == 1
                        && heirs.get(0).code().equals(then.area().code())
                        && history.nameOf(heirs.get(0))
                                .key()
                                .equals(history.nameOf(then.area()).key())
                ? Optional.of(heirs.get(0))
                : Optional.empty();
    }

    private Answer several(String name, List<DatedArea> found, LocalDate day) {
        var options = found.stream().map(DatedArea::area).toList();
        return ask("Có nhiều nơi tên \"" + shortened(name) + "\". Chọn một: ", options, day);
    }

    private Answer elsewhere(Named named, List<DatedArea> found, LocalDate day) {
        var options = found.stream().map(DatedArea::area).toList();
        return ask(
                "Không rõ \"" + shortened(named.unit()) + "\" thuộc \"" + shortened(named.district())
                        + "\". Chọn một: ",
                options,
                day);
    }

    private Answer gone(List<DatedArea> ended, LocalDate day) {
        var heirs = new LinkedHashSet<Area>();
        var said = new LinkedHashSet<String>();
        for (var old : ended) {
            heirs.addAll(history.heirs(old, day));
            var district = history.district(old.area(), old.to());
            said.add(old.area().name()
                    + district.map(above -> " (" + above.name() + ")").orElse("")
                    + " không còn từ " + DAY.format(old.to().plusDays(1)) + ".");
        }
        return ask(String.join(" ", said) + " Chọn " + kindsOf(heirs, day) + ": ", List.copyOf(heirs), day);
    }

    private Answer notYet(DatedArea later, LocalDate day) {
        var options = new LinkedHashSet<Area>();
        var name = history.nameOf(later.area());
        history.on(day).stream()
                .filter(area -> history.nameOf(area).key().equals(name.key()))
                .forEach(options::add);
        options.addAll(history.origins(later, day));
        return ask(
                later.area().name() + " chỉ có từ " + DAY.format(later.from()) + ". Chọn " + kindsOf(options, day)
                        + ": ",
                List.copyOf(options),
                day);
    }

    private Answer unknown(Named named, LocalDate day) {
        var wards = named.district() == null
                ? List.<Area>of()
                : history.on(day).stream()
                        .filter(area -> liesIn(new DatedArea(area, day, day), named.district(), day))
                        .toList();
        var similar = similar(named.unit(), wards.isEmpty() ? history.on(day) : wards);
        var options = similar.isEmpty() ? wards : similar;
        var start = "Không có \"" + shortened(named.unit()) + "\" trong danh mục ngày " + DAY.format(day) + ". ";
        return options.isEmpty()
                ? new Answer(Optional.empty(), start + "Chọn " + levels(day) + " trong danh sách.", List.of())
                : ask(start + (similar.isEmpty() ? "Chọn một: " : "Có phải là: "), options, day);
    }

    private List<Area> similar(String text, List<Area> among) {
        var readings = AreaName.readings(text);
        record Guess(Area area, int distance) {}
        return among.stream()
                .map(area -> {
                    var official = history.nameOf(area).plain();
                    var distance = readings.stream()
                            .mapToInt(name -> distance(name.plain(), official))
                            .min()
                            .orElseThrow();
                    return new Guess(area, distance);
                })
                .filter(guess -> guess.distance()
                        <= Math.max(1, history.nameOf(guess.area()).plain().length() / 4))
                .sorted(Comparator.comparingInt(Guess::distance))
                .limit(MOST_SIMILAR)
                .map(Guess::area)
                .toList();
    }

    /** How many letters one must change, add or drop to make one text of the other. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private Answer ask(String start, List<Area> among, LocalDate day) {
        var options = history.fullNames(among, day);
        if (options.isEmpty()) {
            return new Answer(Optional.empty(), start.strip().replaceFirst(":$", " trong danh sách."), options);
        }
        var between = options.stream().anyMatch(option -> option.contains(",")) ? "; " : ", ";
        var named = options.stream().limit(MOST_NAMED).collect(Collectors.joining(between));
        return new Answer(Optional.empty(), start + named + (options.size() > MOST_NAMED ? "…" : ""), options);
    }

    private String kindsOf(Collection<Area> areas, LocalDate day) {
        var kinds = areas.stream()
                .map(area -> KIND_WORDS.getOrDefault(area.kind(), area.kind()))
                .distinct()
                .toList();
        return switch (kinds.size()) {
            case 0 -> levels(day);
            case 1 -> kinds.get(0);
            default -> String.join(", ", kinds.subList(0, kinds.size() - 1)) + " hoặc " + kinds.get(kinds.size() - 1);
        };
    }

    private String levels(LocalDate day) {
        return history.on(day).stream().anyMatch(Area::isDistrict)
                ? "quận, huyện, phường hoặc xã"
                : "phường, xã hoặc đặc khu";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
