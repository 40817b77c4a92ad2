package vn.haiphong.hotline1022.domain.directory;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The areas of the city through its reforms: on 01/01/2025 communes were merged, on 01/07/2025 the districts ended and
 * communes were drawn anew. A code may mean another area after a reform, so every question comes with a day.
 */
public final class AreaHistory {

    private final List<DatedArea> areas;
    private final Map<String, List<DatedArea>> byCode;
    private final Map<String, List<Succession>> heirsByCode;
    // Taking names apart is dear, and a search looks at all of them.
    private final Map<Area, AreaName> names;

    /** A unit that took over an old one, or part of it. */
    public record Succession(String oldCode, String newCode, LocalDate since) {}

    public AreaHistory(Collection<DatedArea> areas, Collection<Succession> successions) {
        var vietnamese = Collator.getInstance(new Locale("vi", "VN"));
        this.areas = areas.stream()
                .sorted(Comparator.comparing((DatedArea dated) -> districtCode(dated.area()))
                        .thenComparing(dated -> dated.area().parentCode() != null)
                        .thenComparing(dated -> dated.area().name(), vietnamese)
                        .thenComparing(DatedArea::from))
                .toList();
        this.byCode = this.areas.stream()
                .collect(Collectors.groupingBy(dated -> dated.area().code()));
        this.names = this.areas.stream()
                .map(DatedArea::area)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(area -> area, AreaName::of));
        this.heirsByCode = successions.stream()
                .collect(Collectors.groupingBy(Succession::oldCode, LinkedHashMap::new, Collectors.toList()));
    }

    // Wards stand under their district; communes without a district come in the order of their names.
    private static String districtCode(Area area) {
        if (area.parentCode() != null) {
            return area.parentCode();
        }
        return area.isDistrict() ? area.code() : "";
    }

    public Optional<Area> find(String code, LocalDate day) {
        return versions(code).stream()
                .filter(dated -> dated.isValidOn(day))
                .map(DatedArea::area)
                .findFirst();
    }

    /** Districts with their wards below them, each in Vietnamese order. */
    public List<Area> on(LocalDate day) {
        return areas.stream()
                .filter(dated -> dated.isValidOn(day))
                .map(DatedArea::area)
                .toList();
    }

    /**
     * The unit that handles for this area on that day: its district while there are districts, else the commune. An old
     * code counts as long as everything that became of it has the same handling unit.
     */
    public Optional<Area> handlingUnit(String code, LocalDate day) {
        var now = find(code, day).map(List::of).orElseGet(() -> heirs(code, day));
        var units = now.stream()
                .map(area -> area.parentCode() == null
                        ? area
                        : find(area.parentCode(), day).orElse(area))
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    /** What became, by that day, of the area that last bore this code before it. */
    public List<Area> heirs(String code, LocalDate day) {
        return lastEnded(code, day).map(ended -> heirs(ended, day)).orElse(List.of());
    }

    List<Area> heirs(DatedArea ended, LocalDate day) {
        var heirs = new LinkedHashSet<Area>();
        collectHeirs(ended, day, heirs);
        return List.copyOf(heirs);
    }

    private void collectHeirs(DatedArea ended, LocalDate day, LinkedHashSet<Area> heirs) {
        var since = ended.to().plusDays(1);
        var next = heirsByCode.getOrDefault(ended.area().code(), List.of()).stream()
                .filter(succession -> succession.since().equals(since))
                .map(Succession::newCode)
                .flatMap(code -> versions(code).stream().filter(dated -> dated.isValidOn(since)))
                .toList();
        for (var heir : next) {
            if (heir.isValidOn(day)) {
                heirs.add(heir.area());
            } else if (heir.hasEndedBefore(day)) {
                collectHeirs(heir, day, heirs);
            }
        }
        if (next.isEmpty() && ended.area().parentCode() != null) {
            // Nobody recorded which ward took it over; it still lies in what was its district.
            var district = ended.area().parentCode();
            var wards = areas.stream()
                    .filter(dated ->
                            dated.isValidOn(day) && district.equals(dated.area().parentCode()))
                    .map(DatedArea::area)
                    .toList();
            heirs.addAll(wards.isEmpty() ? heirs(district, day) : wards);
        }
    }

    /** The areas of that day of which, at some later time, this one was made. */
    List<Area> origins(DatedArea later, LocalDate day) {
        return areas.stream()
                .filter(dated -> dated.isValidOn(day) && dated.to() != null)
                .filter(dated -> heirs(dated, later.from()).contains(later.area()))
                .map(DatedArea::area)
                .toList();
    }

    Optional<DatedArea> lastEnded(String code, LocalDate day) {
        return versions(code).stream()
                .filter(dated -> dated.hasEndedBefore(day))
                .max(Comparator.comparing(DatedArea::to));
    }

    Optional<DatedArea> firstAfter(String code, LocalDate day) {
        return versions(code).stream()
                .filter(dated -> dated.from().isAfter(day))
                .min(Comparator.comparing(DatedArea::from));
    }

    AreaName nameOf(Area area) {
        return names.get(area);
    }

    public List<DatedArea> throughTheYears() {
        return areas;
    }

    /** With its district, as the options of a question name it: "Phường Minh Đức, Quận Đồ Sơn". */
    String fullName(Area area, LocalDate day) {
        return district(area, day)
                .map(district -> area.name() + ", " + district.name())
                .orElse(area.name());
    }

    Optional<Area> district(Area area, LocalDate day) {
        return Optional.ofNullable(area.parentCode()).flatMap(parent -> find(parent, day));
    }

    List<String> fullNames(Collection<Area> some, LocalDate day) {
        var names = new ArrayList<String>();
        some.forEach(area -> names.add(fullName(area, day)));
        return names;
    }

    private List<DatedArea> versions(String code) {
        return byCode.getOrDefault(code, List.of());
    }
}
