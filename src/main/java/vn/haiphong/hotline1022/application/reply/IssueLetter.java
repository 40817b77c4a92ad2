package vn.haiphong.hotline1022.application.reply;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.application.port.ReplyLetters.Letter;
import vn.haiphong.hotline1022.application.port.ReplyLetters.Signer;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.Petition;

/**
 * An answer that an agency's leader has approved goes out as a letter, too: with a number, a date and the leader's name
 * (Giả định A-53). What it says is fixed here, together with the answer; ADR 0021.
 */
@Service
public class IssueLetter {

    static final String NO_TITLE = "Lãnh đạo cơ quan";

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(OFFICE);
    /** Read aloud and typed from paper: no letter that looks like a digit. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LONGEST_ID = 16; // 80 bits: nobody finds one by trying

    private final Petitions petitions;
    private final ReplyLetters letters;
    private final Agencies agencies;
    private final Colleagues colleagues;
    private final Words words;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssueLetter(
            Petitions petitions,
            ReplyLetters letters,
            Agencies agencies,
            Colleagues colleagues,
            Words words,
            Clock clock) {
        this.petitions = petitions;
        this.letters = letters;
        this.agencies = agencies;
        this.colleagues = colleagues;
        this.words = words;
        this.clock = clock;
    }

    /** What 1022 answers by itself nobody has signed for: it has no letter. */
    public void ofAnswer(String code) {
        var approver = letters.approverOf(code);
        if (approver.isEmpty() || letters.ofAnswer(code).isPresent()) {
            return;
        }
        var user = approver.get();
        var signer = letters.signer(user).orElseGet(() -> new Signer(NO_TITLE, colleagues.nameOf(user)));
        var written = written(
                petitions.get(code),
                petitions.get(code).replyText(),
                petitions.endingOf(code).orElse(null));
        var year = today().getYear();
        var sequence = letters.nextNumber(year);
        letters.add(new Letter(
                randomId(),
                code,
                year,
                sequence,
                sequence + written.number(),
                clock.instant(),
                written.authority(),
                written.agency(),
                signer.title(),
                signer.name() == null ? colleagues.nameOf(user) : signer.name(),
                written.subject(),
                written.addressee(),
                written.text()));
    }

    /**
     * Whoever was joined to a case gets a letter of his own of what its leader signed: with his name and code, under a number
     * of its own (Giả định A-69).
     */
    void toJoined(String parentCode, String code) {
        var first = letters.ofAnswer(parentCode);
        if (first.isEmpty() || letters.ofAnswer(code).isPresent()) {
            return;
        }
        var signed = first.get();
        var parent = petitions.get(parentCode);
        var petition = petitions.get(code);
        var year = today().getYear();
        var sequence = letters.nextNumber(year);
        letters.add(new Letter(
                randomId(),
                code,
                year,
                sequence,
                sequence
                        + signed.number()
                                .substring(String.valueOf(signed.sequence()).length()),
                clock.instant(),
                signed.authority(),
                signed.agency(),
                signed.signerTitle(),
                signed.signerName(),
                signed.subject(),
                addressee(petition),
                text(
                        petition,
                        parentCode,
                        signed.agency(),
                        parent.replyText(),
                        petitions.endingOf(parentCode).orElse(null))));
    }

    /**
     * The letter an answer would have, before anybody has approved it.
     *
     * @param ending null: nobody has chosen yet
     */
    public Letter draft(String code, String replyText, Ending ending) {
        return written(petitions.get(code), replyText, ending);
    }

    private Letter written(Petition petition, String replyText, Ending ending) {
        var lead = petition.leadAgency() == null ? "" : petition.leadAgency();
        var agency = agencies.orSuccessor(lead, today());
        var name = agency.map(Agency::name).orElse("Tổng đài 1022");
        return new Letter(
                null,
                petition.code(),
                today().getYear(),
                0,
                "/" + (lead.isBlank() ? "TĐ1022" : sign(lead) + "-TĐ1022"),
                null,
                agency.map(IssueLetter::authority).orElse(null),
                name,
                NO_TITLE,
                null,
                subject(petition),
                addressee(petition),
                text(petition, null, name, replyText, ending));
    }

    /** No personal data: whoever has the letter's address reads it. */
    private String subject(Petition petition) {
        return petition.confidential() || petition.field() == null
                ? "trả lời phản ánh, kiến nghị"
                : "trả lời phản ánh, kiến nghị về "
                        + words.of("field", petition.field()).toLowerCase(Locale.ROOT);
    }

    private String addressee(Petition petition) {
        var name = petitions.petitionerOf(petition.code()).name();
        return name == null || name.isBlank() ? "Người gửi phản ánh " + petition.code() : "Ông (Bà) " + name;
    }

    /** @param joinedTo null: it was handled by itself */
    private static String text(Petition petition, String joinedTo, String agency, String replyText, Ending ending) {
        var text = new StringBuilder("Về phản ánh, kiến nghị mã ")
                .append(petition.code())
                .append(" do Ông (Bà) gửi qua Tổng đài 1022 thành phố Hải Phòng lúc ")
                .append(WHEN.format(petition.receivedAt()))
                .append(joinedTo == null ? "" : ", được giải quyết chung với phản ánh mã " + joinedTo)
                .append(", ")
                .append(agency)
                .append(" trả lời như sau:\n");
        if (ending != null) {
            text.append("Kết quả: ").append(ending.inWords()).append(".\n");
        }
        return text.append(replyText == null ? "" : replyText.strip().replace("{ma}", petition.code()))
                .append("\nTrân trọng cảm ơn Ông (Bà) đã phản ánh./.")
                .toString();
    }

    /** How an agency is abbreviated in a number; which People's Committee it was stands above. */
    private static String sign(String agency) {
        return agency.matches("UB\\d+") ? "UBND" : agency;
    }

    /** A People's Committee stands for itself; a company belongs to no authority. */
    private static String authority(Agency agency) {
        var ofItself = agency.name().startsWith("UBND")
                || agency.name().startsWith("Ủy ban")
                || agency.kind().equals("doanh_nghiep");
        return ofItself ? null : "Ủy ban nhân dân thành phố Hải Phòng";
    }

    private LocalDate today() {
        return clock.instant().atZone(OFFICE).toLocalDate();
    }

    private String randomId() {
        var id = new StringBuilder(LONGEST_ID);
        for (var i = 0; i < LONGEST_ID; i++) {
            id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return id.toString();
    }
}
