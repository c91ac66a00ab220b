package org.careunit.staff.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.staff.PersonalChoices;

/**
 * Stored form of {@link PersonalChoices}, shape 3; a missing key means not chosen. Shape 1 knew neither SMS nor the
 * confirmation, shape 2 no absence.
 */
public record ChoicesDocument(
        String displayName,
        String signature,
        Boolean signatureConfirmed,
        Boolean mailWhenGiven,
        String mailAddress,
        Boolean smsWhenGiven,
        String smsNumber,
        LocalDate absentUntil) {

    static final int SHAPE = 3;

    static ChoicesDocument of(PersonalChoices choices) {
        return new ChoicesDocument(
                choices.displayName().orElse(null),
                choices.signature().orElse(null),
                choices.signatureConfirmed() ? true : null,
                choices.mailWhenGiven(),
                choices.mailAddress().map(EmailAddress::value).orElse(null),
                choices.smsWhenGiven() ? true : null,
                choices.smsNumber().map(TelephoneNumber::e164).orElse(null),
                choices.absentUntil().orElse(null));
    }

    PersonalChoices choices() {
        return new PersonalChoices(
                Optional.ofNullable(displayName),
                Optional.ofNullable(signature),
                Boolean.TRUE.equals(signatureConfirmed),
                Boolean.TRUE.equals(mailWhenGiven),
                Optional.ofNullable(mailAddress).map(EmailAddress::new),
                Boolean.TRUE.equals(smsWhenGiven),
                Optional.ofNullable(smsNumber).map(TelephoneNumber::new),
                Optional.ofNullable(absentUntil));
    }

    /** Nothing of what somebody chose. */
    @Override
    public String toString() {
        return "(choices)";
    }
}
