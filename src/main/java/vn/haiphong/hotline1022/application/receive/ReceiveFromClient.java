package vn.haiphong.hotline1022.application.receive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.ClientRequests;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * Takes what a program sends by Open311. The service it chose is a proposal for the operator, never a decision; what is
 * sent again with the same key within some minutes is the same petition, since programs repeat what they got no answer to
 * (Giả định A-61).
 */
@Service
public class ReceiveFromClient {

    private static final String CHANNEL = "open311";
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_ADDRESS = 2000;

    private final ReceivePetition receivePetition;
    private final ClientRequests requests;
    private final PetitionEvents events;
    private final Clock clock;
    private final Duration repeatWindow;

    ReceiveFromClient(
            ReceivePetition receivePetition,
            ClientRequests requests,
            PetitionEvents events,
            Clock clock,
            @Value("${hotline.open311.repeat-window}") Duration repeatWindow) {
        this.receivePetition = receivePetition;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
        this.repeatWindow = repeatWindow;
    }

    /**
     * @param serviceName in the office's words
     * @param field what the service proposes
     * @param category of that field; null: the choice says nothing
     * @param told what else the sender answered, by the attribute's words; the operator reads it
     */
    public record FromClient(
            long keyId,
            String keyName,
            String jurisdiction,
            String service,
            String serviceName,
            String field,
            String category,
            NewPetition petition,
            Map<String, String> told,
            String accountId,
            String deviceId,
            String mediaUrl) {}

    /**
     * @return the code
     * @throws InvalidPetition with every faulty field
     */
    @Transactional
    public String from(FromClient sent) {
        var faults = new ArrayList<Fault>();
        reference("account_id", sent.accountId(), LONGEST_REFERENCE, faults);
        reference("device_id", sent.deviceId(), LONGEST_REFERENCE, faults);
        reference("media_url", sent.mediaUrl(), LONGEST_ADDRESS, faults);
        if (!faults.isEmpty()) {
            faults.addAll(receivePetition.faultsIn(described(sent)));
            throw new InvalidPetition(faults);
        }
        var digest = digest(sent);
        requests.alone(sent.keyId(), digest);
        var now = clock.instant();
        var before = requests.repeated(sent.keyId(), digest, now.minus(repeatWindow));
        if (before.isPresent()) {
            return before.get();
        }
        return receivePetition
                .from(described(sent), receipt -> keep(sent, digest, receipt))
                .code()
                .value();
    }

    private void keep(FromClient sent, String digest, Receipt receipt) {
        var code = receipt.code().value();
        requests.add(new ClientRequests.Sent(
                code,
                sent.keyId(),
                sent.jurisdiction(),
                sent.service(),
                sent.field(),
                sent.category(),
                sent.accountId(),
                sent.deviceId(),
                sent.mediaUrl(),
                digest,
                receipt.receivedAt()));
        events.add(code, receipt.receivedAt(), "client-said", Actor.CITIZEN, null, note(sent), null);
    }

    /** What {@link #from} would refuse it for; so that everything is named at once. */
    public List<Fault> faultsIn(FromClient sent) {
        return receivePetition.faultsIn(described(sent));
    }

    /** By the specification a description may be missing or short; an operator needs a sentence. */
    private static NewPetition described(FromClient sent) {
        var petition = sent.petition();
        var content = petition.content() == null ? "" : petition.content().strip();
        if (content.length() >= CheckPetition.MIN_CONTENT) {
            return petition;
        }
        var service = "Dịch vụ người gửi chọn: " + sent.serviceName() + ". ";
        return petition.saying(service + (content.isEmpty() ? "Không có mô tả." : content));
    }

    private static void reference(String field, String given, int longest, List<Fault> faults) {
        if (given != null && (given.length() > longest || !PetitionText.isReadable(given))) {
            faults.add(new Fault(
                    field,
                    "Tối đa " + longest + " ký tự, không có ký tự lạ",
                    "At most " + longest + " characters, all of them text"));
        }
    }

    private static String note(FromClient sent) {
        var note = new StringBuilder("Ứng dụng “" + sent.keyName() + "”. Người gửi chọn dịch vụ: " + sent.serviceName()
                + " (gợi ý, tổng đài viên quyết định)");
        sent.told()
                .forEach((about, said) ->
                        note.append("\n").append(about).append(" ").append(said));
        if (sent.mediaUrl() != null) {
            note.append("\nĐịa chỉ ảnh, tệp do người gửi khai (chưa kiểm tra, hệ thống không mở): ")
                    .append(sent.mediaUrl());
        }
        return note.toString();
    }

    private static String digest(FromClient sent) {
        var petition = sent.petition();
        var facts = new StringBuilder();
        for (var fact : List.of(
                sent.jurisdiction(),
                sent.service(),
                String.valueOf(petition.content()),
                String.valueOf(petition.petitioner()),
                String.valueOf(petition.address()),
                String.valueOf(petition.area()),
                String.valueOf(petition.lat()),
                String.valueOf(petition.lon()),
                String.valueOf(petition.occurredAt()),
                String.valueOf(petition.consentToPublish()),
                String.valueOf(new TreeMap<>(sent.told())),
                String.valueOf(sent.accountId()),
                String.valueOf(sent.deviceId()),
                String.valueOf(sent.mediaUrl()))) {
            facts.append(fact.length()).append(':').append(fact);
        }
        if (petition.files() != null) {
            petition.files().forEach(file -> facts.append(sha(file.bytes())));
        }
        return sha(facts.toString());
    }

    private static String sha(String text) {
        return sha(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
