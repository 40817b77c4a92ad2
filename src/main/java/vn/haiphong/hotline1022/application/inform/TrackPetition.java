package vn.haiphong.hotline1022.application.inform;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.application.port.PetitionViews;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Shows a petition to whoever holds its key; a wrong code and a wrong key look alike. */
@Service
public class TrackPetition {

    private static final int LONGEST_KEY = 40;

    private final PetitionViews views;
    private final GuessedKeys guessedKeys;
    private final ExplainDeadlines explainDeadlines;

    TrackPetition(PetitionViews views, GuessedKeys guessedKeys, ExplainDeadlines explainDeadlines) {
        this.views = views;
        this.guessedKeys = guessedKeys;
        this.explainDeadlines = explainDeadlines;
    }

    /**
     * @param key the tracking key, which always opens, or the last four digits of the phone, which never open a confidential
     *     petition
     * @param from the network address the caller has
     * @throws TooManyWrongKeys if keys seem to be guessed
     */
    @Transactional
    public Optional<PetitionStatus> byCode(String code, String key, String from) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\u0000') >= 0) {
            return Optional.empty();
        }
        var given = key.strip();
        var parsed = PetitionCode.parse(code);
        // What cannot be a code is looked for all the same: an answer that comes sooner would say something.
        var wanted = parsed.map(PetitionCode::value).orElse("");
        return views.byTrackingKey(wanted, given)
                .or(() -> guessedKeys.tried(parsed, from, () -> views.byPhone(wanted, given)))
                .map(status -> status.dueAt().isEmpty()
                        ? status
                        : status.explained(explainDeadlines.forCitizen(status.joinedTo()
                                .map(PetitionStatus.Joined::code)
                                .orElse(status.code()))));
    }
}
