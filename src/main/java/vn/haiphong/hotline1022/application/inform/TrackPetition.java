package vn.haiphong.hotline1022.application.inform;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.application.port.PetitionViews;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Shows a petition to whoever holds its key; a wrong code and a wrong key look alike. */
@Service
public class TrackPetition {

    private static final int LONGEST_KEY = 40;

    private final PetitionViews views;
    private final ExplainDeadlines explainDeadlines;

    TrackPetition(PetitionViews views, ExplainDeadlines explainDeadlines) {
        this.views = views;
        this.explainDeadlines = explainDeadlines;
    }

    /** @param key the tracking key, or the last four digits of the phone */
    public Optional<PetitionStatus> byCode(String code, String key) {
        var parsed = PetitionCode.parse(code);
        if (parsed.isEmpty()
                || key == null
                || key.isBlank()
                || key.length() > LONGEST_KEY
                || key.indexOf('\u0000') >= 0) {
            return Optional.empty();
        }
        return views.forCitizen(parsed.get().value(), key.strip())
                .map(status -> status.dueAt().isEmpty()
                        ? status
                        : status.explained(explainDeadlines.forCitizen(status.code())));
    }
}
