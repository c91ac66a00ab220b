package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;

/** Offers the versions of the case type that stands before, after its unit, with who saved each. */
@Service
public class CaseTypeVersionCompleter extends KnownWords {

    @Override
    protected Map<String, String> words(Before before) {
        return before.unit()
                .flatMap(unit -> before.afterPlace().map(type -> versions(before, unit, type)))
                .orElse(Map.of());
    }

    private Map<String, String> versions(Before before, HsaId unit, String type) {
        return ask(
                CaseTypeChoices.class,
                choices -> choices.history(before.operator(), unit, new CaseTypeKey(type)).stream()
                        .collect(words(Saved::version, Saved::actor)));
    }
}
