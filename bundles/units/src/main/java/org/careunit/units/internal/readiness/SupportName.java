package org.careunit.units.internal.readiness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.Phrase;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.regions.SupportContacts;
import org.careunit.api.settings.SupportContact;
import org.careunit.storage.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the name of a unit's support contact into reasons that refer to it. */
final class SupportName {

    private static final Logger LOG = LoggerFactory.getLogger(SupportName.class);
    private static final Actor US = new SystemActor("readiness");
    private static final Phrase UNKNOWN = new Phrase("regionens support", "the region's support");

    private SupportName() {}

    static CheckResult filledIn(CheckResult result, HsaId unit, Optional<SupportContacts> contacts) {
        if (result.reasons().stream().noneMatch(reason -> reason.contains(CheckResult.SUPPORT))) {
            return result;
        }
        Phrase name = of(unit, contacts);
        return new CheckResult(
                result.status(),
                result.problems().stream()
                        .map(problem -> filledIn(problem, name))
                        .toList());
    }

    private static Problem filledIn(Problem problem, Phrase name) {
        Map<String, String> parameters = new LinkedHashMap<>(problem.parameters());
        parameters.replaceAll((key, value) -> value.replace(CheckResult.SUPPORT, name.english()));
        return new Problem(
                problem.code(),
                problem.path(),
                parameters,
                problem.swedish().replace(CheckResult.SUPPORT, name.swedish()),
                problem.english().replace(CheckResult.SUPPORT, name.english()));
    }

    private static Phrase of(HsaId unit, Optional<SupportContacts> contacts) {
        try {
            return contacts.map(present -> present.of(US, unit))
                    .filter(said -> !said.name().isBlank())
                    .map(SupportName::written)
                    .orElse(UNKNOWN);
        } catch (CareunitException cannotTell) {
            LOG.debug("The support contact of {} cannot be read now", unit, cannotTell);
            return UNKNOWN;
        }
    }

    private static Phrase written(SupportContact said) {
        String written = said.contact().isBlank() ? said.name() : said.name() + " (" + said.contact() + ")";
        return new Phrase(written, written);
    }
}
