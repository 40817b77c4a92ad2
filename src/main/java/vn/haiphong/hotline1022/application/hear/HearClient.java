package vn.haiphong.hotline1022.application.hear;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.ClientRequests;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** A citizen adds something through a program (Giả định A-61); it reaches a person like any other message. */
@Service
public class HearClient {

    private static final String CHANNEL = "open311";
    private static final int LONGEST_NUMBER = 200;

    private final HearCitizen hearCitizen;
    private final ClientRequests requests;
    private final Clock clock;

    HearClient(HearCitizen hearCitizen, ClientRequests requests, Clock clock) {
        this.hearCitizen = hearCitizen;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * @param clientId the program's own number of it; null: known by its text
     * @return the number of what was added, the same for a repetition
     * @throws InvalidPetition if it cannot be read, or too much came in a day
     */
    @Transactional
    public long added(long keyId, String code, String clientId, String text) {
        if (clientId != null && (clientId.length() > LONGEST_NUMBER || !PetitionText.isReadable(clientId))) {
            throw new InvalidPetition(List.of(new Fault(
                    "update_id",
                    "Tối đa " + LONGEST_NUMBER + " ký tự, không có ký tự lạ",
                    "At most " + LONGEST_NUMBER + " characters, all of them text")));
        }
        var known = clientId == null
                ? "text " + UUID.nameUUIDFromBytes(String.valueOf(text).getBytes(StandardCharsets.UTF_8))
                : "id " + clientId;
        try {
            var added = requests.addUpdate(code, keyId, known, clock.instant());
            added.ifPresent(first -> hearCitizen.message(code, text, CHANNEL));
            return added.orElseGet(() -> requests.updateOf(code, keyId, known));
        } catch (BusinessRefusal refusal) {
            throw new InvalidPetition(List.of(
                    new Fault("description", refusal.getMessage(), "Not taken: empty, too long, or too many today")));
        }
    }
}
