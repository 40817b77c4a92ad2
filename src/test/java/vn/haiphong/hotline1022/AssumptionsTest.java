package vn.haiphong.hotline1022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of assumptions is the city's worklist: it has to name every one the project makes, and none it no longer makes. */
class AssumptionsTest {

    private static final Path LIST = Path.of("src/docs/assumptions.md");
    private static final List<String> SEARCHED = List.of("bpmn", "dmn", "forms", "src/main", "src/test");
    private static final Pattern KIND_OF_FILE =
            Pattern.compile(".*\\.(bpmn|dmn|form|java|yaml|sql|properties|html|txt|js)");
    // "Giả định A-02, A-07" names two. Not SHA-256, not a code of the petitions.
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9-])A-\\d\\d(?![0-9])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (A-\\d\\d) \\|(.*)\\|$");

    @Test
    void every_assumption_the_project_makes_is_in_the_list() throws IOException {
        var listed = listed();

        assertThat(used())
                .allSatisfy((number, places) -> assertThat(listed)
                        .as("%s is used in %s but has no row in %s", number, places, LIST)
                        .contains(number));
    }

    @Test
    void every_assumption_in_the_list_is_made_somewhere() throws IOException {
        assertThat(used().keySet()).containsAll(listed());
    }

    @Test
    void a_row_says_what_is_assumed_who_says_so_where_it_lives_and_what_to_ask() throws IOException {
        var rows = ROW.matcher(Files.readString(LIST));
        var numbers = new ArrayList<String>();
        while (rows.find()) {
            numbers.add(rows.group(1));
            assertThat(rows.group(2).split("\\|")).as(rows.group(1)).hasSize(4).noneMatch(String::isBlank);
        }

        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates().isSorted();
    }

    private static TreeSet<String> listed() throws IOException {
        return ROW.matcher(Files.readString(LIST))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Number → files that name it. */
    private static Map<String, TreeSet<String>> used() throws IOException {
        var used = new TreeMap<String, TreeSet<String>>();
        for (var folder : SEARCHED) {
            var root = Path.of(folder);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (var files = Files.walk(root)) {
                for (var file : files.filter(
                                each -> KIND_OF_FILE.matcher(each.toString()).matches())
                        .filter(each -> !each.endsWith("AssumptionsTest.java"))
                        .toList()) {
                    NUMBER.matcher(Files.readString(file))
                            .results()
                            .forEach(number -> used.computeIfAbsent(number.group(), none -> new TreeSet<>())
                                    .add(file.toString()));
                }
            }
        }
        return used;
    }
}
