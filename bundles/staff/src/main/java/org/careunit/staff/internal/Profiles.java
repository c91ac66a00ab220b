package org.careunit.staff.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.Profile;
import org.careunit.staff.internal.DirectoryFallback.KnownFacts;
import org.careunit.staff.internal.PersonalDocuments.VersionedChoices;

/** Merges personal choices with the directory's entry. */
final class Profiles {

    private static final String NO_SMS =
            "Du har valt sms, men inga sms skickas: ingen sms-tjänst är ansluten. Välj e-post så länge.";
    private static final String NO_ADDRESS =
            "Du har valt e-post, men ingen adress är känd: skriv en egen adress, eller be den som ansvarar för"
                    + " EK att komplettera uppgifterna.";
    private static final String NOT_CONFIRMED =
            "Din identitet är skyddad. Din egen signatur visas när du har bekräftat den. Den får inte innehålla"
                    + " adress eller"
                    + " telefonnummer. Till dess visas mottagningens namn.";

    private Profiles() {}

    /**
     * Composes a profile.
     *
     * @param unitName what stands for the name of somebody with protected identity
     */
    static Profile of(HsaId unit, StaffId staff, String unitName, VersionedChoices chosen, KnownFacts known) {
        PersonalChoices choices = chosen.choices();
        DirectoryFacts facts = known.facts();
        String displayName = choices.displayName().or(facts::name).orElse(staff.value());
        String signature = ProtectedIdentity.shown(facts, choices)
                .orElseGet(() -> facts.confidential() ? unitName : signature(facts, displayName));
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail(choices, facts),
                choices.smsNumber().filter(number -> choices.smsWhenGiven()),
                facts.confidential(),
                choices,
                chosen.version(),
                known.asOf(),
                notes(choices, facts),
                choices.mailAddress().or(facts::mail));
    }

    private static String signature(DirectoryFacts facts, String displayName) {
        return facts.name().orElse(displayName)
                + facts.title().map(title -> "\n" + title).orElse("");
    }

    private static List<String> notes(PersonalChoices choices, DirectoryFacts facts) {
        return Stream.of(
                        note(choices.smsWhenGiven(), NO_SMS),
                        note(choices.mailWhenGiven() && mail(choices, facts).isEmpty(), NO_ADDRESS),
                        note(
                                choices.signature().isPresent()
                                        && ProtectedIdentity.shown(facts, choices)
                                                .isEmpty(),
                                NOT_CONFIRMED))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> note(boolean applies, String text) {
        return Optional.of(text).filter(any -> applies);
    }

    private static Optional<EmailAddress> mail(PersonalChoices choices, DirectoryFacts facts) {
        return choices.mailWhenGiven() ? choices.mailAddress().or(facts::mail) : Optional.empty();
    }
}
