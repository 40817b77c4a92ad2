package vn.haiphong.hotline1022.application.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.Vocabularies;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.rules.CellJudge;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.TableAnalysis;

/** Kiểm tra bảng: everything there is to say of a draft, as of the day it is to take effect. */
@Service
public class CheckRules {

    private final TableFiles files;
    private final Vocabularies vocabularies;
    private final CellJudge judge;
    private final TryExamples examples;

    CheckRules(TableFiles files, Vocabularies vocabularies, CellJudge judge, TryExamples examples) {
        this.files = files;
        this.vocabularies = vocabularies;
        this.judge = judge;
        this.examples = examples;
    }

    public List<Finding> of(String dmn, Instant effectiveAt) {
        var findings = new ArrayList<>(new TableAnalysis(judge)
                .of(
                        files.read(dmn),
                        vocabularies.on(
                                effectiveAt.atZone(WorkingCalendar.OFFICE).toLocalDate())));
        findings.addAll(examples.of(dmn));
        return List.copyOf(findings);
    }
}
