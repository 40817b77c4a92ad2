package vn.haiphong.hotline1022.application.rules;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.Rehearsals.GoldenCase;
import vn.haiphong.hotline1022.application.port.Rehearsals.Load;
import vn.haiphong.hotline1022.application.port.Rehearsals.Rehearsal;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** What is proposed has been rehearsed, exactly as it is and over long enough a time (Giả định A-45). */
@Component
class RehearsalProof {

    private static final int LOADS = 8;

    private final Rehearsals rehearsals;
    private final Words words;
    private final int days;

    RehearsalProof(Rehearsals rehearsals, Words words, @Value("${hotline.rules.rehearsal-days}") Duration days) {
        this.rehearsals = rehearsals;
        this.words = words;
        this.days = (int) days.toDays();
    }

    /**
     * @return what came of it, for whoever approves
     * @throws BusinessRefusal if it was not
     */
    String of(Change change, int revision) {
        return inWords(rehearsals
                .finishedOf(change.id(), revision)
                .filter(rehearsal ->
                        rehearsal.days() >= days || rehearsal.summary().all())
                .orElseThrow(() -> new BusinessRefusal(
                        "rehearsal",
                        "Chưa chạy thử đúng bản này với phản ánh của " + days
                                + " ngày gần nhất (hoặc tất cả, nếu chưa có đủ). Chạy thử rồi trình.")));
    }

    private String inWords(Rehearsal rehearsal) {
        var summary = rehearsal.summary();
        var golden = summary.golden();
        var broken = golden.differing().stream().filter(GoldenCase::broken).count();
        var by = summary.by().entrySet().stream()
                .map(kind ->
                        words.of("rehearsal", kind.getKey()).toLowerCase(java.util.Locale.ROOT) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        return "Chạy thử: " + summary.petitions() + " phản ánh "
                + (summary.all() ? "(tất cả)" : "của " + rehearsal.days() + " ngày") + ", " + summary.changed()
                + " sẽ khác" + (by.isEmpty() ? "" : " (" + by + ")")
                + "\nVí dụ mẫu: đúng " + golden.before() + "/" + golden.cases() + " trước, " + golden.after() + " sau"
                + (broken == 0 ? "" : "; CÓ " + broken + " CHỖ ĐANG ĐÚNG THÀNH SAI")
                + "\nMáy quyết định kiểm lại: khớp " + summary.agreed() + "/" + summary.checked()
                + loads(summary.loads());
    }

    private static String loads(java.util.List<Load> loads) {
        var moved = loads.stream()
                .filter(load -> load.before() != load.after())
                .sorted(Comparator.comparingLong((Load load) -> -Math.abs(load.after() - load.before())))
                .toList();
        return moved.isEmpty()
                ? "\nSố việc mỗi cơ quan: không đổi"
                : "\nSố việc đổi: "
                        + moved.stream()
                                .limit(LOADS)
                                .map(load -> (load.agency().isEmpty() ? "phân công bằng tay" : load.agency()) + " "
                                        + load.before() + " → " + load.after())
                                .collect(Collectors.joining(", "))
                        + (moved.size() > LOADS ? ", …" : "");
    }
}
