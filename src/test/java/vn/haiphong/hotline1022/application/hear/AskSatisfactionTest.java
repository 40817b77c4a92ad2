package vn.haiphong.hotline1022.application.hear;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Consents.Consent;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

@Tag("A-48")
class AskSatisfactionTest {

    private static final String CODE = "HP1022-240916-000001-7";
    private static final Instant NOW = Instant.parse("2024-09-18T01:00:00Z");

    private final Petitions petitions = mock(Petitions.class);
    private final Consents consents = mock(Consents.class);
    private final PetitionProcess process = mock(PetitionProcess.class);
    private final AskSatisfaction everybody = new AskSatisfaction(
            petitions,
            consents,
            mock(PetitionEvents.class),
            mock(StepLimits.class),
            process,
            mock(Actor.class),
            Clock.systemUTC(),
            "working P3D",
            1);

    @BeforeEach
    void aClosedCase() {
        when(petitions.get(CODE))
                .thenReturn(new Petition(
                        CODE,
                        PetitionState.DONG,
                        "portal",
                        "Đèn tắt",
                        null,
                        null,
                        false,
                        NOW,
                        false,
                        null,
                        null,
                        null,
                        null,
                        "CSHP",
                        null,
                        null,
                        "Đã thay",
                        NOW,
                        null,
                        0));
        when(petitions.petitionerOf(CODE)).thenReturn(new Petitioner("An", "+84912345678", null));
    }

    private static Consent consent(Instant withdrawnAt) {
        return new Consent(Purpose.process, NOW, "portal", "checkbox", "", "citizen", withdrawnAt);
    }

    @Test
    void whoever_is_chosen_is_called_back() {
        when(consents.of(CODE)).thenReturn(List.of(consent(null)));

        everybody.closed(CODE);

        verify(process).askSatisfaction(any());
    }

    @Test
    void whoever_takes_back_the_consent_to_processing_is_not() {
        when(consents.of(CODE)).thenReturn(List.of(consent(NOW)));

        everybody.closed(CODE);

        verify(process, never()).askSatisfaction(any());
    }
}
