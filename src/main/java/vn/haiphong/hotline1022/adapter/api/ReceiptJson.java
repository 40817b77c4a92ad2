package vn.haiphong.hotline1022.adapter.api;

import java.time.Instant;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;

/** The answer to a petition just sent; the same for every repetition of the request. */
record ReceiptJson(String code, String trackingKey, CitizenStatus status, Instant receivedAt) {

    static ReceiptJson of(Receipt receipt) {
        return new ReceiptJson(
                receipt.code().value(), receipt.trackingKey(), CitizenStatus.DA_GUI, receipt.receivedAt());
    }
}
