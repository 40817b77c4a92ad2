package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.WrongKeys;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.WrongTries;
import vn.haiphong.hotline1022.domain.petition.WrongTries.Patience;

/**
 * Four digits are soon guessed, so wrong ones are counted by petition and by address (Giả định A-18). An address is out of
 * patience sooner than a petition is: a single guesser cannot keep the owner out, and many together only for the longest
 * pause. A code that does not exist is counted like one that does, so that nothing can be learnt from it.
 */
@Component
class GuessedKeys {

    private final WrongKeys wrongKeys;
    private final Clock clock;
    private final Patience withPetition;
    private final Patience withAddress;

    GuessedKeys(
            WrongKeys wrongKeys,
            Clock clock,
            @Value("${hotline.wrong-keys.per-petition}") int perPetition,
            @Value("${hotline.wrong-keys.per-address}") int perAddress,
            @Value("${hotline.wrong-keys.first-pause}") Duration firstPause,
            @Value("${hotline.wrong-keys.longest-pause}") Duration longestPause,
            @Value("${hotline.wrong-keys.forgotten-after}") Duration forgottenAfter) {
        this.wrongKeys = wrongKeys;
        this.clock = clock;
        this.withPetition = new Patience(perPetition, firstPause, longestPause, forgottenAfter);
        this.withAddress = new Patience(perAddress, firstPause, longestPause, forgottenAfter);
    }

    /**
     * @param code empty if what was typed cannot be one of ours: that is no guess at any petition
     * @param attempt looks whether the key opens
     * @throws TooManyWrongKeys instead of looking
     */
    <T> Optional<T> tried(Optional<PetitionCode> code, String from, Supplier<Optional<T>> attempt) {
        var now = clock.instant();
        var petition = code.map(one -> "code " + one.value());
        var address = "from " + NetworkAddress.of(from);
        // In this order always, so that two who wait for each other's subject cannot be.
        var subjects = Stream.concat(petition.stream(), Stream.of(address)).toList();
        // Who has to wait is told so without queueing for the lock: a flood of guesses costs a look each.
        refuseWhileResting(subjects.stream().map(wrongKeys::of).toList(), now);
        var petitionTries = petition.map(wrongKeys::alone);
        var addressTries = wrongKeys.alone(address);
        refuseWhileResting(
                Stream.concat(petitionTries.stream(), Stream.of(addressTries)).toList(), now);
        var opened = attempt.get();
        if (opened.isEmpty()) {
            petition.ifPresent(
                    subject -> wrongKeys.keep(subject, petitionTries.get().andAnother(now, withPetition)));
            wrongKeys.keep(address, addressTries.andAnother(now, withAddress));
            wrongKeys.forgetBefore(now.minus(withAddress.forgottenAfter()));
        }
        return opened;
    }

    private static void refuseWhileResting(List<WrongTries> all, Instant now) {
        all.stream()
                .filter(tries -> tries.rests(now))
                .map(WrongTries::restsUntil)
                .max(Instant::compareTo)
                .ifPresent(until -> {
                    throw new TooManyWrongKeys(Duration.between(now, until));
                });
    }
}
