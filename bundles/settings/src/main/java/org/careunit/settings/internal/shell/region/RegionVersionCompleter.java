package org.careunit.settings.internal.shell.region;

import java.util.List;
import java.util.Map;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.regions.RegionSettings;
import org.careunit.operations.completion.PrecedingArguments;
import org.careunit.operations.completion.ServiceCompleter;

/** Offers the versions of a region's section, by the preceding arguments for both, with who saved each. */
abstract class RegionVersionCompleter extends ServiceCompleter {

    abstract List<? extends Saved<?>> history(RegionSettings regions, Actor actor, CountyCode region, String section);

    @Override
    protected final Map<String, String> words(PrecedingArguments before) {
        return before.region()
                .flatMap(region -> before.afterPlace().map(section -> versions(before, region, section)))
                .orElse(Map.of());
    }

    private Map<String, String> versions(PrecedingArguments before, CountyCode region, String section) {
        return ask(RegionSettings.class, regions -> history(regions, before.operator(), region, section).stream()
                .collect(words(Saved::version, Saved::actor)));
    }
}
