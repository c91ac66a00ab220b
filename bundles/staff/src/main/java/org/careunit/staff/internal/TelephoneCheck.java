package org.careunit.staff.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.identity.TelephoneNumbers;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.staff.internal.problems.StaffProblem;

/** Has the number for SMS checked by whoever knows the numbering plans. */
final class TelephoneCheck {

    private final Supplier<Optional<TelephoneNumbers>> plans;

    TelephoneCheck(Supplier<Optional<TelephoneNumbers>> plans) {
        this.plans = plans;
    }

    /**
     * Lets choices pass whose number there can be.
     *
     * @throws RefusedException if there can be no such number
     * @throws UnavailableException if there is a number and nobody to check it
     */
    void check(PersonalChoices choices) {
        choices.smsNumber().ifPresent(this::check);
    }

    private void check(TelephoneNumber number) {
        TelephoneNumbers present = plans.get()
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.SERVICE,
                        "The number for SMS cannot be checked now: start the bundle of the settings"));
        if (!present.read(number.e164()).equals(number)) {
            throw StaffProblem.NUMBER_FORM.refusedAt("smsNumber");
        }
    }
}
