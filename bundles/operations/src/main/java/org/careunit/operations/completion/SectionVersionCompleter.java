package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.UnitSettings;

/** Offers the versions of the preceding section argument, which follows a unit, with who saved each. */
@Service
public class SectionVersionCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return before.unit()
                .map(unit -> ask(UnitSettings.class, settings -> versions(settings, before, unit)))
                .orElse(Map.of());
    }

    private static Map<String, String> versions(UnitSettings settings, PrecedingArguments before, HsaId unit) {
        return settings.sections(before.operator(), unit).stream()
                .filter(section -> before.words().contains(section.key()))
                .map(SectionState::type)
                .flatMap(type -> settings.history(before.operator(), unit, type).stream())
                .collect(words(Saved::version, Saved::actor));
    }
}
