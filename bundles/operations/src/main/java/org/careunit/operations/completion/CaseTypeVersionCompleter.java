package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.CaseTypeKey;

/** Offers the versions of the preceding case type argument, which follows a unit or region, with who saved each. */
@Service
public class CaseTypeVersionCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return before.afterPlace()
                .map(type -> versions(before, new CaseTypeKey(type)))
                .orElse(Map.of());
    }

    private Map<String, String> versions(PrecedingArguments before, CaseTypeKey type) {
        return before.unit()
                .map(unit ->
                        ask(CaseTypeChoices.class, choices -> choices.history(before.operator(), unit, type).stream()
                                .collect(words(Saved::version, Saved::actor))))
                .or(() -> before.region()
                        .map(region -> ask(
                                CaseTypeCatalogue.class,
                                catalogue -> catalogue.history(before.operator(), region, type).stream()
                                        .collect(words(Saved::version, Saved::actor)))))
                .orElse(Map.of());
    }
}
