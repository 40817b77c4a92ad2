package vn.haiphong.hotline1022.application.receive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/**
 * Takes a petition even when the same request comes twice at the same moment: the second finds the key taken when it
 * writes, and then gets the first one's receipt. A class of its own, since the second try needs a new transaction.
 */
@Service
public class ReceiveOnce {

    private final ReceivePetition receivePetition;

    ReceiveOnce(ReceivePetition receivePetition) {
        this.receivePetition = receivePetition;
    }

    /** What it would be refused for; so that a form can name everything at once. */
    public List<Fault> faultsIn(NewPetition sent) {
        return receivePetition.faultsIn(sent);
    }

    /**
     * @throws InvalidPetition with every faulty field
     * @throws IdempotencyConflict if the sender's key came before with another petition
     */
    public Receipt from(NewPetition sent) {
        return from(sent, Optional.empty());
    }

    /**
     * @param joins the open case its sender takes for the same matter
     * @throws InvalidPetition with every faulty field
     * @throws IdempotencyConflict if the sender's key came before with another petition
     */
    public Receipt from(NewPetition sent, Optional<UUID> joins) {
        try {
            return receivePetition.from(sent, joins);
        } catch (DuplicateKeyException taken) {
            return receivePetition.from(sent, joins);
        }
    }
}
