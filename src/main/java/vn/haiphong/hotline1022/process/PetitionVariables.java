package vn.haiphong.hotline1022.process;

import static vn.haiphong.hotline1022.process.ProcessVariable.instant;
import static vn.haiphong.hotline1022.process.ProcessVariable.text;
import static vn.haiphong.hotline1022.process.ProcessVariable.yesNo;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables of the models, declared once: routing facts, references, and texts that a form must show. */
public final class PetitionVariables {

    /** Mã phản ánh. */
    public static final ProcessVariable<String> PETITION_CODE = text("petitionCode");
    /** Kênh tiếp nhận. */
    public static final ProcessVariable<String> CHANNEL = text("channel");
    /** Nội dung. */
    public static final ProcessVariable<String> CONTENT = text("content");
    /** Địa điểm. */
    public static final ProcessVariable<String> PLACE = text("place");
    /** Mã địa bàn. */
    public static final ProcessVariable<String> AREA_CODE = text("areaCode");

    /** Loại yêu cầu. */
    public static final ProcessVariable<String> KIND = text("kind");
    /** Nhóm nội dung. */
    public static final ProcessVariable<String> CATEGORY = text("category");
    /** Lĩnh vực. */
    public static final ProcessVariable<String> FIELD = text("field");
    /** Mức độ. */
    public static final ProcessVariable<String> URGENCY = text("urgency");
    /** Quyết định của tổng đài viên. */
    public static final ProcessVariable<String> DECISION = text("decision");
    /** Lý do từ chối, hướng dẫn. */
    public static final ProcessVariable<String> REFUSAL_REASON = text("refusalReason");
    /** Vì sao máy đề xuất như vậy. */
    public static final ProcessVariable<String> PROPOSAL_REASON = text("proposalReason");
    /** Lời nói ngay với người dân, theo bảng tiếp nhận. */
    public static final ProcessVariable<String> TOLD_WORDS = text("toldWords");
    /** Giữ kín, theo bảng tiếp nhận. */
    public static final ProcessVariable<Boolean> KEEP_CLOSED = yesNo("keepClosed");
    /** Cần bổ sung gì. */
    public static final ProcessVariable<String> SUPPLEMENT_WHAT = text("supplementWhat");
    /** Đã bổ sung. */
    public static final ProcessVariable<Boolean> SUPPLEMENTED = yesNo("supplemented");
    /** Việc thứ hai, tách thành phản ánh riêng. */
    public static final ProcessVariable<String> SPLIT_CONTENT = text("splitContent");
    /** Gộp vào mã. */
    public static final ProcessVariable<String> MERGE_INTO = text("mergeInto");

    /** Cơ quan chủ trì. */
    public static final ProcessVariable<String> LEAD_AGENCY = text("leadAgency");
    /** Cơ quan phối hợp, cách nhau bằng dấu phẩy. */
    public static final ProcessVariable<String> COORDINATING_AGENCIES = text("coordinatingAgencies");
    /** Cơ quan phối hợp của một phần việc. */
    public static final ProcessVariable<String> COORDINATING_AGENCY = text("coordinatingAgency");
    /** Cơ quan phối hợp đã chuyển trả. */
    public static final ProcessVariable<String> RETURNED_BY = text("returnedBy");
    /** Lý do thôi phối hợp. */
    public static final ProcessVariable<String> DROP_REASON = text("dropReason");
    /** Vì sao giao cơ quan này. */
    public static final ProcessVariable<String> AGENCY_BASIS = text("agencyBasis");
    /** Cơ quan đang xử lý; cũng là phạm vi nhìn thấy hồ sơ. */
    public static final ProcessVariable<String> HANDLING_AGENCY = text("handlingAgency");
    /** Là cơ quan chủ trì. */
    public static final ProcessVariable<Boolean> LEAD = yesNo("lead");
    /** Cơ quan phối hợp thành cơ quan chủ trì. */
    public static final ProcessVariable<Boolean> BECOMES_LEAD = yesNo("becomesLead");
    /** Cơ quan đang xử lý hồ sơ, để không giao hai lần. */
    public static final ProcessVariable<String> AGENCIES_AT_WORK = text("agenciesAtWork");
    /** VP UBND đã quyết định thẩm quyền. */
    public static final ProcessVariable<Boolean> SETTLED = yesNo("settled");
    /** Trả lại lần đầu. */
    public static final ProcessVariable<Boolean> FIRST_RETURN = yesNo("firstReturn");

    /** Nhận hay trả; xong hay gia hạn. */
    public static final ProcessVariable<String> OUTCOME = text("outcome");
    /** Lý do chuyển trả. */
    public static final ProcessVariable<String> RETURN_REASON = text("returnReason");
    /** Cơ quan đề nghị chuyển đến. */
    public static final ProcessVariable<String> SUGGESTED_AGENCY = text("suggestedAgency");
    /** Lời trả lời. */
    public static final ProcessVariable<String> REPLY_TEXT = text("replyText");
    /** Kết quả của trả lời. */
    public static final ProcessVariable<String> ENDING = text("ending");
    /** Hẹn xong đến hết ngày. */
    public static final ProcessVariable<String> PLANNED_UNTIL = text("plannedUntil");
    /** Đã chuyển đến. */
    public static final ProcessVariable<String> HANDED_TO = text("handedTo");
    /** Duyệt. */
    public static final ProcessVariable<Boolean> APPROVED = yesNo("approved");
    /** Dự thảo đã qua kiểm tra, hoặc cơ quan không kiểm tra trước khi trình. */
    public static final ProcessVariable<Boolean> DRAFT_CHECKED = yesNo("draftChecked");
    /** Người dự thảo; người khác kiểm tra. */
    public static final ProcessVariable<String> DRAFTED_BY = text("draftedBy");
    /** Lý do trả lại. */
    public static final ProcessVariable<String> SEND_BACK_REASON = text("sendBackReason");
    /** Đang sửa trả lời theo yêu cầu. */
    public static final ProcessVariable<Boolean> REVISION = yesNo("revision");
    /** Ý kiến phối hợp. */
    public static final ProcessVariable<String> OPINION = text("opinion");
    /** Ý kiến của các cơ quan phối hợp. */
    public static final ProcessVariable<String> CO_OPINIONS = text("coOpinions");
    /** Lý do gia hạn. */
    public static final ProcessVariable<String> EXTENSION_REASON = text("extensionReason");
    /** Gia hạn đến. */
    public static final ProcessVariable<Instant> EXTENDED_DUE_AT = instant("extendedDueAt");
    /** Cơ quan xin gia hạn. */
    public static final ProcessVariable<String> ASKING_AGENCY = text("askingAgency");
    /** Ai quyết định gia hạn: lãnh đạo cơ quan, lần hai là VP UBND. */
    public static final ProcessVariable<String> EXTENSION_DECIDER = text("extensionDecider");
    /** Căn cứ bằng văn bản của gia hạn lần hai. */
    public static final ProcessVariable<String> EXTENSION_BASIS = text("extensionBasis");
    /** Giới hạn gia hạn, theo bảng thời hạn. */
    public static final ProcessVariable<String> EXTENSION_BOUND = text("extensionBound");

    /** Minh chứng phải có trước khi hoàn thành, theo bảng thời hạn; chỉ để biểu mẫu nói ra, sổ đăng ký quyết định. */
    public static final ProcessVariable<String> EVIDENCE = text("evidence");

    /** Hạn chuyển. */
    public static final ProcessVariable<Instant> FORWARD_DUE_AT = instant("forwardDueAt");
    /** Hạn nhận việc. */
    public static final ProcessVariable<Instant> ACCEPT_DUE_AT = instant("acceptDueAt");
    /** Hạn xử lý. */
    public static final ProcessVariable<Instant> DUE_AT = instant("dueAt");
    /** Mốc nhắc hạn xử lý. */
    public static final ProcessVariable<Instant> WARN_AT = instant("warnAt");
    /** Hạn phối hợp. */
    public static final ProcessVariable<Instant> OPINION_DUE_AT = instant("opinionDueAt");
    /** Hạn kiểm tra trả lời. */
    public static final ProcessVariable<Instant> CHECK_DUE_AT = instant("checkDueAt");
    /** Hạn quyết định thẩm quyền. */
    public static final ProcessVariable<Instant> SETTLE_DUE_AT = instant("settleDueAt");
    /** Hạn xét mở lại. */
    public static final ProcessVariable<Instant> REVIEW_DUE_AT = instant("reviewDueAt");
    /** Hạn gọi điện. */
    public static final ProcessVariable<Instant> CALL_DUE_AT = instant("callDueAt");
    /** Hạn mời cơ quan phối hợp khác. */
    public static final ProcessVariable<Instant> REASSIGN_DUE_AT = instant("reassignDueAt");
    /** Hạn bổ sung. */
    public static final ProcessVariable<Instant> SUPPLEMENT_DUE_AT = instant("supplementDueAt");
    /** Hết thời gian đánh giá. */
    public static final ProcessVariable<Instant> RATING_ENDS_AT = instant("ratingEndsAt");
    /** Giới hạn nhận việc, theo bảng thời hạn. */
    public static final ProcessVariable<String> ACCEPT_LIMIT = text("acceptLimit");
    /** Giới hạn kiểm tra, theo bảng thời hạn. */
    public static final ProcessVariable<String> CHECK_LIMIT = text("checkLimit");
    /** Giới hạn xử lý, theo bảng thời hạn. */
    public static final ProcessVariable<String> HANDLE_LIMIT = text("handleLimit");

    /** Khoảng gộp thông báo của một người. */
    public static final ProcessVariable<String> NOTICE_WINDOW = text("noticeWindow");
    /** Thư tiếp theo sớm nhất lúc. */
    public static final ProcessVariable<Instant> NEXT_LETTER_AT = instant("nextLetterAt");
    /** Có thông báo mới. */
    public static final ProcessVariable<Boolean> MORE_NOTICES = yesNo("moreNotices");

    /** Phiên bản lịch làm việc. */
    public static final ProcessVariable<String> CALENDAR_VERSION = text("calendarVersion");
    /** Đã tính lại đến. */
    public static final ProcessVariable<String> RECOUNTED_UP_TO = text("recountedUpTo");
    /** Đã tính lại hết. */
    public static final ProcessVariable<Boolean> ALL_RECOUNTED = yesNo("allRecounted");

    /** Thay đổi bảng quyết định. */
    public static final ProcessVariable<String> RULE_CHANGE = text("ruleChange");
    /** Tóm tắt thay đổi để người duyệt đọc. */
    public static final ProcessVariable<String> RULE_SUMMARY = text("ruleSummary");
    /** Có hiệu lực từ. */
    public static final ProcessVariable<Instant> EFFECTIVE_AT = instant("effectiveAt");
    /** Theo dõi đến. */
    public static final ProcessVariable<Instant> WATCHED_UNTIL = instant("watchedUntil");
    /** Đã có hiệu lực. */
    public static final ProcessVariable<Boolean> IN_FORCE = yesNo("inForce");

    /** Người dân đề nghị mở lại. */
    public static final ProcessVariable<Boolean> REOPENING_ASKED = yesNo("reopeningAsked");
    /** Đã mở lại, được nửa thời hạn. */
    public static final ProcessVariable<Boolean> REOPENED = yesNo("reopened");
    /** Ghi chú xét mở lại. */
    public static final ProcessVariable<String> REVIEW_NOTE = text("reviewNote");
    /** Ngày hẹn, đầu giờ làm việc hôm sau. */
    public static final ProcessVariable<Instant> PLAN_ASKED_AT = instant("planAskedAt");
    /** Hạn hỏi việc đã hẹn. */
    public static final ProcessVariable<Instant> CONFIRM_DUE_AT = instant("confirmDueAt");
    /** Lời hẹn vẫn còn: hồ sơ chưa mở lại, ngày hẹn chưa đổi. */
    public static final ProcessVariable<Boolean> PLAN_STANDS = yesNo("planStands");
    /** Đã hẹn lại một lần; lần nữa thì mở lại để lãnh đạo cơ quan trả lời. */
    public static final ProcessVariable<Boolean> PLAN_MOVED = yesNo("planMoved");
    /** Việc đã hẹn xong hay chưa. */
    public static final ProcessVariable<String> PLAN_OUTCOME = text("planOutcome");
    /** Lời báo người dân về việc đã hẹn. */
    public static final ProcessVariable<String> PLAN_NOTE = text("planNote");
    /** Hạn trả lời lời nhắn. */
    public static final ProcessVariable<Instant> HEAR_DUE_AT = instant("hearDueAt");
    /** Trả lời lời nhắn thế nào. */
    public static final ProcessVariable<String> HEAR_OUTCOME = text("hearOutcome");
    /** Lời trả lời lời nhắn. */
    public static final ProcessVariable<String> HEAR_NOTE = text("hearNote");
    /** Hạn gọi lại hỏi kết quả. */
    public static final ProcessVariable<Instant> ASK_DUE_AT = instant("askDueAt");
    /** Kết quả gọi lại. */
    public static final ProcessVariable<String> ASK_OUTCOME = text("askOutcome");
    /** Người dân nói gì khi được gọi lại. */
    public static final ProcessVariable<String> ASK_NOTE = text("askNote");
    /** Loại thư. */
    public static final ProcessVariable<String> LETTER = text("letter");
    /** Thư, tin nhắn không tới nơi. */
    public static final ProcessVariable<String> INSTEAD_OF = text("insteadOf");
    /** Vì sao phải gọi. */
    public static final ProcessVariable<String> CALL_REASON = text("callReason");
    /** Nhóm gọi điện. */
    public static final ProcessVariable<String> CALLERS = text("callers");
    /** Kết quả gọi điện. */
    public static final ProcessVariable<String> CALL_RESULT = text("callResult");
    /** Ghi chú cuộc gọi. */
    public static final ProcessVariable<String> CALL_NOTE = text("callNote");
    /** Người dân bổ sung qua điện thoại. */
    public static final ProcessVariable<String> SUPPLEMENT_TEXT = text("supplementText");

    /** Giới hạn chuyển, theo bảng thời hạn. */
    public static final ProcessVariable<String> FORWARD_LIMIT = text("forwardLimit");
    /** Giới hạn làm an toàn bước đầu (vụ khẩn), theo bảng thời hạn. */
    public static final ProcessVariable<String> SAFE_LIMIT = text("safeLimit");
    /** Giới hạn quyết định thẩm quyền, theo bảng thời hạn. */
    public static final ProcessVariable<String> SETTLE_LIMIT = text("settleLimit");
    /** Ngày xin gia hạn đến. */
    public static final ProcessVariable<String> EXTEND_TO = text("extendTo");
    /** Cơ quan kế thừa. */
    public static final ProcessVariable<String> REPLACED_BY = text("replacedBy");

    /** Whom a person has decided on in the place of the lead agency, after a table has changed. */
    public static final ProcessVariable<String> REROUTED_TO = text("reroutedTo");
    /** Chỉ theo dõi thời hạn của việc này; trống là mọi thời hạn của đơn vị. */
    public static final ProcessVariable<String> LIMIT_STEP = text("limitStep");

    /** What a person may enter when completing which step; everything else is decided by the process alone. */
    public static final Map<String, Map<String, ProcessVariable<?>>> INPUTS = Map.ofEntries(
            step(
                    "userTask_classifyPetition",
                    KIND,
                    CATEGORY,
                    FIELD,
                    URGENCY,
                    AREA_CODE,
                    DECISION,
                    REFUSAL_REASON,
                    REPLY_TEXT,
                    SUPPLEMENT_WHAT,
                    MERGE_INTO,
                    SPLIT_CONTENT,
                    LEAD_AGENCY,
                    COORDINATING_AGENCIES,
                    AGENCY_BASIS),
            step("userTask_approveRefusal", APPROVED, REPLY_TEXT, SEND_BACK_REASON),
            step("userTask_assignByHand", LEAD_AGENCY, COORDINATING_AGENCIES, AGENCY_BASIS),
            step("userTask_settleCompetence", LEAD_AGENCY, AGENCY_BASIS),
            step("userTask_acceptAssignment", OUTCOME, RETURN_REASON, SUGGESTED_AGENCY),
            step(
                    "userTask_resolvePetition",
                    OUTCOME,
                    REPLY_TEXT,
                    ENDING,
                    PLANNED_UNTIL,
                    HANDED_TO,
                    EXTENSION_REASON,
                    EXTEND_TO),
            step("userTask_reassignCoHandling", OUTCOME, COORDINATING_AGENCY, AGENCY_BASIS, DROP_REASON),
            step("userTask_giveOpinion", OPINION),
            step("userTask_checkDraft", APPROVED, REPLY_TEXT, ENDING, PLANNED_UNTIL, HANDED_TO, SEND_BACK_REASON),
            step("userTask_decideExtension", APPROVED, EXTENSION_BASIS, SEND_BACK_REASON),
            step("userTask_approveReply", APPROVED, REPLY_TEXT, ENDING, PLANNED_UNTIL, HANDED_TO, SEND_BACK_REASON),
            step("userTask_checkReply", APPROVED, REPLY_TEXT, ENDING, PLANNED_UNTIL, HANDED_TO, SEND_BACK_REASON),
            step("userTask_reviewReopening", APPROVED, LEAD_AGENCY, REVIEW_NOTE),
            step("userTask_confirmPlan", PLAN_OUTCOME, PLANNED_UNTIL, PLAN_NOTE),
            step("userTask_hearCitizen", HEAR_OUTCOME, HEAR_NOTE),
            step("userTask_askSatisfaction", ASK_OUTCOME, ASK_NOTE),
            step("userTask_approveRules", APPROVED, SEND_BACK_REASON),
            step("userTask_callPetitioner", CALL_RESULT, CALL_NOTE, SUPPLEMENT_TEXT));

    public static boolean isInput(String name) {
        return INPUTS.values().stream().anyMatch(inputs -> inputs.containsKey(name));
    }

    private static Map.Entry<String, Map<String, ProcessVariable<?>>> step(
            String userTask, ProcessVariable<?>... inputs) {
        return Map.entry(
                userTask,
                Stream.of(inputs)
                        .collect(Collectors.toUnmodifiableMap(ProcessVariable::variableName, Function.identity())));
    }

    private PetitionVariables() {}
}
