package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** What the sender gets at once: the code, the key that opens the tracking page, and when it was received. */
public record Receipt(PetitionCode code, String trackingKey, Instant receivedAt) {}
