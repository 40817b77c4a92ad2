package vn.haiphong.hotline1022.domain.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The agencies of the city through its reforms. */
public final class AgencyHistory {

    private final Map<String, List<DatedAgency>> byCode;

    /** @param to last day; null: open end */
    public record DatedAgency(Agency agency, LocalDate from, LocalDate to) {

        boolean isValidOn(LocalDate day) {
            return !day.isBefore(from) && !hasEndedBefore(day);
        }

        boolean hasEndedBefore(LocalDate day) {
            return to != null && to.isBefore(day);
        }
    }

    public AgencyHistory(Collection<DatedAgency> agencies) {
        this.byCode = agencies.stream()
                .collect(Collectors.groupingBy(
                        dated -> dated.agency().code(), TreeMap::new, Collectors.toUnmodifiableList()));
    }

    public Optional<Agency> find(String code, LocalDate day) {
        return versions(code).stream()
                .filter(dated -> dated.isValidOn(day))
                .map(DatedAgency::agency)
                .findFirst();
    }

    /** The agency itself if it is valid on that day, else the end of the chain of those who took over, if there is one. */
    public Optional<Agency> orSuccessor(String code, LocalDate day) {
        var asked = new HashSet<String>();
        var current = code;
        while (current != null && asked.add(current)) { // a chain that bites its tail ends with nobody
            var agency = find(current, day);
            if (agency.isPresent()) {
                return agency;
            }
            current = lastEnded(current, day)
                    .map(ended -> ended.agency().successorCode())
                    .orElse(null);
        }
        return Optional.empty();
    }

    /** By code. */
    public List<Agency> on(LocalDate day) {
        return byCode.keySet().stream()
                .flatMap(code -> find(code, day).stream())
                .toList();
    }

    /** Every agency there is, was or will be, once each, as it was last. */
    public List<Agency> ever() {
        return byCode.values().stream()
                .map(versions -> versions.stream()
                        .max(Comparator.comparing(DatedAgency::from))
                        .orElseThrow()
                        .agency())
                .toList();
    }

    /** By code, each with all it was. */
    public List<DatedAgency> throughTheYears() {
        return byCode.values().stream().flatMap(List::stream).toList();
    }

    /** Codes that were valid once and are not on that day. */
    public List<String> endedBefore(LocalDate day) {
        return byCode.keySet().stream()
                .filter(code ->
                        find(code, day).isEmpty() && lastEnded(code, day).isPresent())
                .toList();
    }

    private Optional<DatedAgency> lastEnded(String code, LocalDate day) {
        return versions(code).stream()
                .filter(dated -> dated.hasEndedBefore(day))
                .max(Comparator.comparing(DatedAgency::to));
    }

    private List<DatedAgency> versions(String code) {
        return code == null ? List.of() : byCode.getOrDefault(code, List.of());
    }
}
