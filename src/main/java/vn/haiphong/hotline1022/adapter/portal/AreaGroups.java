package vn.haiphong.hotline1022.adapter.portal;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.application.inform.AreaChoices.AreaChoice;

/**
 * The areas as a list to choose from: each district with its wards below it, areas that stand alone first.
 *
 * @param alone areas without a district and without wards
 */
record AreaGroups(List<AreaChoice> alone, List<Group> groups) {

    /** @param whole the district itself, for whoever does not know the ward; null if it cannot be chosen */
    record Group(String name, AreaChoice whole, List<AreaChoice> members) {}

    static AreaGroups of(List<AreaChoice> choices) {
        var collator = Collator.getInstance(Locale.forLanguageTag("vi"));
        Comparator<AreaChoice> byName = (one, other) -> collator.compare(one.name(), other.name());
        var members = choices.stream()
                .filter(choice -> !choice.group().isEmpty())
                .collect(Collectors.groupingBy(
                        AreaChoice::group, () -> new TreeMap<String, List<AreaChoice>>(collator), Collectors.toList()));
        var tops = choices.stream().filter(choice -> choice.group().isEmpty()).toList();
        var groups = new ArrayList<Group>();
        members.forEach((name, below) -> groups.add(new Group(
                name,
                tops.stream().filter(top -> top.name().equals(name)).findFirst().orElse(null),
                below.stream().sorted(byName).toList())));
        var alone = tops.stream()
                .filter(top -> !members.containsKey(top.name()))
                .sorted(byName)
                .toList();
        return new AreaGroups(alone, groups);
    }
}
