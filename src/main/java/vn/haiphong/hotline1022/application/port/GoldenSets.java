package vn.haiphong.hotline1022.application.port;

import java.util.List;
import java.util.Map;

/** Acceptance examples: petitions and cases of single tables, with what is expected of each. */
public interface GoldenSets {

    /** @param rows by column name; an empty cell is "" */
    record GoldenSet(String name, List<Map<String, String>> rows) {}

    List<GoldenSet> all();
}
