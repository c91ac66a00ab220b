package org.careunit.staff.internal;

import java.util.Optional;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.staff.Choices;

/** {@link Choices} as they are stored, shape 1; what is missing was not chosen. */
public record ChoicesDocument(String displayName, String signature, Boolean mailWhenGiven, String mailAddress) {

    static ChoicesDocument of(Choices choices) {
        return new ChoicesDocument(
                choices.displayName().orElse(null),
                choices.signature().orElse(null),
                choices.mailWhenGiven(),
                choices.mailAddress().map(EmailAddress::value).orElse(null));
    }

    Choices choices() {
        return new Choices(
                Optional.ofNullable(displayName),
                Optional.ofNullable(signature),
                Boolean.TRUE.equals(mailWhenGiven),
                Optional.ofNullable(mailAddress).map(EmailAddress::new));
    }
}
