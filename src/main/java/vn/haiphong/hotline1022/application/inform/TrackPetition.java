package vn.haiphong.hotline1022.application.inform;

import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.application.port.PetitionViews;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Shows a petition to whoever holds its key; a wrong code and a wrong key look alike. */
@Service
public class TrackPetition {

    private static final int LONGEST_KEY = 40;

    private final PetitionViews views;
    private final Petitions petitions;
    private final GuessedKeys guessedKeys;
    private final ExplainDeadlines explainDeadlines;

    TrackPetition(
            PetitionViews views, Petitions petitions, GuessedKeys guessedKeys, ExplainDeadlines explainDeadlines) {
        this.views = views;
        this.petitions = petitions;
        this.guessedKeys = guessedKeys;
        this.explainDeadlines = explainDeadlines;
    }

    /**
     * @param key the tracking key, which always opens, or the last four digits of the phone, which show no more than how it
     *     stands, and of what is or may be confidential nothing
     * @param from the network address the caller has
     * @throws TooManyWrongKeys if keys seem to be guessed
     */
    @Transactional
    public Optional<PetitionStatus> byCode(String code, String key, String from) {
        return opened(code, key, from, views::byPhone);
    }

    /**
     * For whoever wants to do something about it: that takes the tracking key, the digits of a telephone are a wrong one.
     *
     * @throws TooManyWrongKeys if keys seem to be guessed
     */
    @Transactional
    public Optional<PetitionStatus> bySender(String code, String key, String from) {
        return opened(code, key, from, (wanted, given) -> Optional.empty());
    }

    /** Whether its sender left anything by which he can be told. */
    public boolean isReachable(String code) {
        return petitions.petitionerOf(code).isReachable();
    }

    private Optional<PetitionStatus> opened(
            String code, String key, String from, BiFunction<String, String, Optional<PetitionStatus>> digits) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\u0000') >= 0) {
            return Optional.empty();
        }
        var given = key.strip();
        var parsed = PetitionCode.parse(code);
        // What cannot be a code is looked for all the same: an answer that comes sooner would say something.
        var wanted = parsed.map(PetitionCode::value).orElse("");
        return views.byTrackingKey(wanted, given)
                .or(() -> guessedKeys.tried(parsed, from, () -> digits.apply(wanted, given)))
                .map(status -> status.dueAt().isEmpty()
                        ? status
                        : status.explained(explainDeadlines.forCitizen(status.joinedTo()
                                .map(PetitionStatus.Joined::code)
                                .orElse(status.code()))));
    }
}
