package org.careunit.operations.completion;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.Terms;

/**
 * Offers the versions of the terms of the preceding case type argument, which follows a unit or region, with who saved
 * each.
 */
@Service
public class TermsVersionCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return before.afterPlace()
                .map(type -> versions(before, new CaseTypeKey(type)))
                .orElse(Map.of());
    }

    private Map<String, String> versions(PrecedingArguments before, CaseTypeKey type) {
        return before.unit()
                .map(unit -> ask(Terms.class, terms -> listed(terms.history(before.operator(), unit, type))))
                .or(() -> before.region()
                        .map(region -> ask(
                                RegionTerms.class, terms -> listed(terms.history(before.operator(), region, type)))))
                .orElse(Map.of());
    }

    private static Map<String, String> listed(List<SavedTerms> history) {
        return history.stream().collect(words(SavedTerms::version, SavedTerms::actor));
    }
}
