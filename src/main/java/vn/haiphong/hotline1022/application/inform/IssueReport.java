package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.FigureSettings;
import vn.haiphong.hotline1022.application.port.MonthlyReports;
import vn.haiphong.hotline1022.application.port.MonthlyReports.Edition;
import vn.haiphong.hotline1022.application.port.MonthlyReports.Issued;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Chốt số liệu: freezes a month. What is issued stays; a correction is one more edition, with its reason (Giả định A-32). */
@Service
public class IssueReport {

    private static final int LONGEST_REASON = 500;

    private final MonthlyReports reports;
    private final ReportMonth reportMonth;
    private final FigureSettings settings;
    private final Colleagues colleagues;
    private final Clock clock;

    IssueReport(
            MonthlyReports reports,
            ReportMonth reportMonth,
            FigureSettings settings,
            Colleagues colleagues,
            Clock clock) {
        this.reports = reports;
        this.reportMonth = reportMonth;
        this.settings = settings;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * @param expected the edition the person means to issue: two who press the button at once issue one
     * @return its number
     */
    @Transactional
    public int of(YearMonth month, int expected, String reason, String userId) {
        if (!reportMonth.isOver(month)) {
            throw new BusinessRefusal("month", "Tháng chưa hết; chỉ chốt số liệu của tháng đã qua.");
        }
        var next = reports.editions(month).size() + 1;
        if (next != expected) {
            throw issuedBySomebodyElse();
        }
        var why = reason == null ? "" : reason.strip();
        if (next > 1 && why.isEmpty()) {
            throw new BusinessRefusal("reason", "Ghi lý do chốt lại số liệu đã chốt.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new BusinessRefusal("reason", "Lý do tối đa " + LONGEST_REASON + " ký tự.");
        }
        var lateDays = settings.lateDays();
        var issued = new Issued(
                new Edition(next, clock.instant(), userId, colleagues.nameOf(userId), why),
                lateDays,
                settings.smallNumber(),
                reportMonth.count(month, lateDays));
        if (!reports.issue(month, issued)) {
            throw issuedBySomebodyElse();
        }
        return next;
    }

    private static BusinessRefusal issuedBySomebodyElse() {
        return new BusinessRefusal("edition", "Số liệu tháng này vừa được chốt; hãy tải lại trang để xem.");
    }
}
