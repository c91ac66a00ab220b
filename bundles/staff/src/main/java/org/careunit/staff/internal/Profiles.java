package org.careunit.staff.internal;

import java.util.Optional;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.staff.Choices;
import org.careunit.api.staff.Profile;
import org.careunit.staff.internal.DirectoryMemory.Known;
import org.careunit.staff.internal.PersonalDocuments.Chosen;

/** Lays choices over the directory's facts. */
final class Profiles {

    private Profiles() {}

    /**
     * Composes a profile.
     *
     * @param unitName what stands for the name of somebody with protected identity
     */
    static Profile of(HsaId unit, HsaId staff, String unitName, Chosen chosen, Known known) {
        Choices choices = chosen.choices();
        DirectoryFacts facts = known.facts();
        String displayName = choices.displayName().or(facts::name).orElse(staff.value());
        String signature =
                choices.signature().orElseGet(() -> facts.confidential() ? unitName : signature(facts, displayName));
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail(choices, facts),
                facts.confidential(),
                choices,
                chosen.version(),
                known.asOf());
    }

    private static String signature(DirectoryFacts facts, String displayName) {
        return facts.name().orElse(displayName)
                + facts.title().map(title -> "\n" + title).orElse("");
    }

    private static Optional<EmailAddress> mail(Choices choices, DirectoryFacts facts) {
        return choices.mailWhenGiven() ? choices.mailAddress().or(facts::mail) : Optional.empty();
    }
}
