package vn.haiphong.hotline1022.support;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.reply.RatePetition;

/** A house in which everything has happened that the board counts: by the hands of people, in three weeks. */
public final class BusyHouse {

    public static final Petitioner CITIZEN = new Petitioner("Phạm Thị Kín", "0987654321", "kin@example.vn");
    public static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";

    private final House house;
    private final RatePetition rate;

    public String answeredOnTime;
    public String answeredLate;
    public String extended;
    public String reopened;
    public String confidential;
    public String paused;
    public String returned;
    public String openLate;
    public String unclassified;
    public String opening;
    public String dueSoon;

    public BusyHouse(House house, RatePetition rate) {
        this.house = house;
        this.rate = rate;
    }

    /** Starts on Monday 16 September 2024 at 8:00 and ends on Tuesday 8 October. */
    public BusyHouse live() {
        answeredOnTime = atWork("CSHP", "chieu_sang");
        answer(answeredOnTime, "CSHP");
        rate.with(answeredOnTime, keyOf(answeredOnTime), 4, null, false);
        house.runDueJobs();
        for (var i = 0; i < 4; i++) {
            answer(atWork("CSHP", "chieu_sang"), "CSHP");
        }
        reopened = atWork("TNHP", "thoat_nuoc");
        answer(reopened, "TNHP");
        rate.with(reopened, keyOf(reopened), 1, "Nước vẫn ngập.", true);
        house.runDueJobs();
        house.complete("coordinator", reopened, "userTask_reviewReopening", "approved", true, "reviewNote", "Xem lại");
        house.runDueJobs();

        answeredLate = atWork("CSHP", "chieu_sang");
        openLate = atWork("TNHP", "thoat_nuoc");
        opening = assigned("CSHP", "chieu_sang");
        unclassified = received();
        extended = atWork("TNHP", "thoat_nuoc");
        house.complete(
                "tnhpofficer",
                extended,
                "userTask_resolvePetition",
                "outcome",
                "extend",
                "extensionReason",
                "Chờ vật tư, gọi 0987654321",
                "extendTo",
                LocalDate.of(2024, 9, 24).toString());
        house.complete("tnhpleader", extended, "userTask_decideExtension", "approved", true);
        house.runDueJobs();
        returned = assigned("PCHP", "dien");
        house.complete(
                "pchpfocal",
                returned,
                "userTask_acceptAssignment",
                "outcome",
                "return",
                "returnReason",
                "Không phải lưới điện của chúng tôi");
        house.runDueJobs();
        confidential = received();
        house.complete(
                "operator",
                confidential,
                "userTask_classifyPetition",
                "decision",
                "refer",
                "field",
                "to_cao",
                "refusalReason",
                "to_cao",
                "replyText",
                "Xin gửi đến Thanh tra thành phố.");
        house.runDueJobs();

        pass(2, 2, 3); // 23 September: limits of three working days have passed
        answer(extended, "TNHP");
        answer(answeredLate, "CSHP");
        pass(3, 3, 9); // 8 October
        dueSoon = assigned("CSHP", "chieu_sang");
        paused = received();
        house.complete(
                "operator",
                paused,
                "userTask_classifyPetition",
                "decision",
                "clarify",
                "supplementWhat",
                "Ở số nhà nào?");
        house.runDueJobs();
        return this;
    }

    /** Some days at a time, and whatever is due is done. */
    public void pass(int... days) {
        for (var some : days) {
            house.advance(Duration.ofDays(some));
            house.runDueJobs();
        }
    }

    public String received() {
        var code = house.receive(LAMP, "quận Lê Chân", CITIZEN).code().value();
        house.runDueJobs();
        return code;
    }

    public String assigned(String agency, String field) {
        var code = received();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "kind",
                "phan_anh",
                "category",
                "su_co_ha_tang",
                "field",
                field,
                "urgency",
                "ordinary",
                "leadAgency",
                agency,
                "coordinatingAgencies",
                "",
                "agencyBasis",
                "Theo địa bàn");
        house.runDueJobs();
        return code;
    }

    public String atWork(String agency, String field) {
        var code = assigned(agency, field);
        house.complete(who(agency, "focal"), code, "userTask_acceptAssignment", "outcome", "accept");
        house.runDueJobs();
        return code;
    }

    public void answer(String code, String agency) {
        house.complete(
                who(agency, "officer"),
                code,
                "userTask_resolvePetition",
                "outcome",
                "done",
                "replyText",
                "Đã xử lý xong, cảm ơn Quý vị.");
        house.complete(who(agency, "leader"), code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
    }

    private static String who(String agency, String role) {
        return agency.toLowerCase(Locale.ROOT) + role;
    }

    private String keyOf(String code) {
        return house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    public List<String> all() {
        return house.jdbc
                .sql("select code from petition order by code")
                .query(String.class)
                .list();
    }
}
