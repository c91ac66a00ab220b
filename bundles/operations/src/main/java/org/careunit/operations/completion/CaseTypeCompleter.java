package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/** Offers the keys of the case types of the preceding region argument, else of the preceding unit. */
@Service
public class CaseTypeCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return before.region()
                .map(region -> ofRegion(before, region))
                .or(() -> before.unit().map(unit -> ofUnit(before, unit)))
                .orElse(Map.of());
    }

    private Map<String, String> ofRegion(PrecedingArguments before, CountyCode region) {
        return ask(CaseTypeCatalogue.class, catalogue -> catalogue.types(before.operator(), region).stream()
                .collect(words(one -> one.content().key(), one -> one.content().name())));
    }

    private Map<String, String> ofUnit(PrecedingArguments before, HsaId unit) {
        return ask(CaseTypeChoices.class, choices -> choices.overview(before.operator(), unit).stream()
                .collect(words(one -> one.type().key(), one -> one.type().name())));
    }
}
