package vn.haiphong.hotline1022.adapter.rules;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.Rehearsals.Difference;
import vn.haiphong.hotline1022.application.port.Rehearsals.Fate;
import vn.haiphong.hotline1022.application.port.Rehearsals.GoldenCase;
import vn.haiphong.hotline1022.application.port.Rehearsals.Load;
import vn.haiphong.hotline1022.application.port.Rehearsals.Rehearsal;
import vn.haiphong.hotline1022.application.port.Rehearsals.RowPair;
import vn.haiphong.hotline1022.application.port.Rehearsals.State;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;

/** A rehearsal as the pages say it. */
@Component("rehearsalPanel")
class RehearsalPanel {

    private static final Locale VIETNAM = Locale.forLanguageTag("vi-VN");
    private static final double WIDEST = 100;

    private final Rehearsals rehearsals;
    private final RehearseRules rehearse;
    private final Words words;
    private final Clock clock;

    RehearsalPanel(Rehearsals rehearsals, RehearseRules rehearse, Words words, Clock clock) {
        this.rehearsals = rehearsals;
        this.rehearse = rehearse;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param last null: never rehearsed
     * @param outdated whether the draft has been saved since
     * @param share done so far, in hundredths
     * @param told how it goes or went
     * @param days how far back it must go before the change may be proposed
     */
    record Panel(
            Rehearsal last, boolean outdated, boolean running, int share, String told, int days, boolean mayStart) {}

    public Panel of(Change change) {
        var last = rehearsals.latest(change.id()).orElse(null);
        var running = last != null && last.state() == State.running;
        return new Panel(
                last,
                last != null && last.revision() != change.revision(),
                running,
                last == null || last.total() == 0 ? 0 : (int) (100 * last.done() / last.total()),
                last == null ? "" : told(last),
                rehearse.days(),
                change.state() == RuleChanges.State.draft && !running);
    }

    private String told(Rehearsal rehearsal) {
        return switch (rehearsal.state()) {
            case running ->
                rehearsal.total() == 0
                        ? "Đang chuẩn bị"
                        : "Đã chạy " + count(rehearsal.done()) + " trong " + count(rehearsal.total()) + pace(rehearsal);
            case finished ->
                count(rehearsal.summary().petitions()) + " phản ánh, "
                        + count(rehearsal.summary().changed()) + " sẽ khác";
            case cancelled -> "Đã dừng theo yêu cầu";
            case abandoned -> "Máy chủ dừng giữa chừng; chạy lại từ đầu";
            case failed -> "Không chạy được: " + rehearsal.error();
        };
    }

    private String pace(Rehearsal rehearsal) {
        var seconds = Duration.between(rehearsal.startedAt(), clock.instant()).toMillis() / 1000.0;
        if (seconds <= 0 || rehearsal.done() == 0) {
            return "";
        }
        var rate = rehearsal.done() / seconds;
        return ", " + count(Math.round(rate)) + " mỗi giây, còn khoảng "
                + Math.max(1, Math.round((rehearsal.total() - rehearsal.done()) / rate)) + " giây";
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(VIETNAM).format(number);
    }

    public String kind(String kind) {
        return words.of("rehearsal", kind);
    }

    public List<String> kinds(Difference difference) {
        return difference.kinds().stream().map(this::kind).toList();
    }

    /** @param before and {@code after}: widths of the bars, in hundredths */
    record Bar(String agency, String name, long was, long is, double before, double after) {

        public String moved() {
            return is > was ? "+" + (is - was) : is < was ? "−" + (was - is) : "";
        }
    }

    /** Most work first; whoever gets none is left out. */
    public List<Bar> bars(List<Load> loads) {
        var most = loads.stream()
                .mapToLong(load -> Math.max(load.before(), load.after()))
                .max()
                .orElse(1);
        return loads.stream()
                .sorted((one, other) ->
                        Long.compare(Math.max(other.before(), other.after()), Math.max(one.before(), one.after())))
                .map(load -> new Bar(
                        load.agency(),
                        load.agency().isEmpty() ? "Phân công bằng tay" : load.name(),
                        load.before(),
                        load.after(),
                        WIDEST * load.before() / most,
                        WIDEST * load.after() / most))
                .toList();
    }

    /** One line of what becomes of a petition, as far as it differs. */
    record Line(String label, String before, String after, String decided) {}

    public List<Line> lines(Difference difference) {
        var detail = difference.detail();
        if (detail == null) {
            return List.of();
        }
        var decided = detail.decided() == null ? new Fate("", "", "", "", "", "", "", "") : detail.decided();
        var lines = new ArrayList<Line>();
        add(lines, "field", "field", detail.before().field(), detail.after().field(), decided.field());
        add(
                lines,
                "category",
                "category",
                detail.before().category(),
                detail.after().category(),
                decided.category());
        add(
                lines,
                "urgency",
                "urgency",
                detail.before().urgency(),
                detail.after().urgency(),
                decided.urgency());
        add(lines, "decision", null, decision(detail.before()), decision(detail.after()), "");
        add(lines, "agency", null, agencies(detail.before()), agencies(detail.after()), decided.agency());
        add(lines, "limits", null, detail.before().limits(), detail.after().limits(), "");
        add(lines, "ladder", null, detail.before().ladder(), detail.after().ladder(), "");
        return lines;
    }

    private void add(List<Line> lines, String kind, String group, String before, String after, String decided) {
        var was = before == null ? "" : before;
        var is = after == null ? "" : after;
        if (!was.equals(is)) {
            lines.add(new Line(
                    kind(kind),
                    group == null ? was : words.of(group, was),
                    group == null ? is : words.of(group, is),
                    decided == null ? "" : group == null ? decided : words.of(group, decided)));
        }
    }

    private String decision(Fate fate) {
        var parts = (fate.decision() == null ? "" : fate.decision()).split(":", 2);
        if (parts[0].equals("fault")) {
            return "Không trả lời được: " + parts[1];
        }
        return words.of("decision", parts[0]) + (parts.length > 1 ? ": " + words.of("refusalReason", parts[1]) : "");
    }

    private static String agencies(Fate fate) {
        return (fate.agency().isEmpty() ? "phân công bằng tay" : fate.agency())
                + (fate.coordinating() == null || fate.coordinating().isEmpty()
                        ? ""
                        : " (phối hợp: " + fate.coordinating() + ")");
    }

    /** Rows that spoke, in words. */
    record Rows(String table, List<String> before, List<String> after) {}

    public List<Rows> rows(Map<String, RowPair> rows, Map<String, String> says) {
        return rows == null
                ? List.of()
                : rows.entrySet().stream()
                        .map(row -> new Rows(
                                words.of("table", row.getKey()),
                                said(row.getKey(), "before", row.getValue().before(), says),
                                said(row.getKey(), "after", row.getValue().after(), says)))
                        .toList();
    }

    private static List<String> said(String table, String version, List<String> rows, Map<String, String> says) {
        return rows.stream()
                .map(row -> says.getOrDefault(table + "/" + version + "/" + row, row))
                .toList();
    }

    public List<GoldenCase> broken(Rehearsal rehearsal) {
        return rehearsal.summary().golden().differing().stream()
                .filter(GoldenCase::broken)
                .toList();
    }

    /** For a sheet: before, after and decided in one cell each. */
    String joined(Difference difference, java.util.function.Function<Line, String> side) {
        return lines(difference).stream()
                .map(line -> line.label() + ": " + side.apply(line))
                .collect(Collectors.joining("\n"));
    }
}
