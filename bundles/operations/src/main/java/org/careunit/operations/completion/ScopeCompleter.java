package org.careunit.operations.completion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.Geography;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;

/** Offers the codes of regions and the HSA-ids of units. */
@Service
public class ScopeCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        Map<String, String> places = new LinkedHashMap<>();
        places.putAll(ask(Geography.class, geography -> geography.counties().stream()
                .collect(words(Geography.County::code, Geography.County::name))));
        places.putAll(ask(Units.class, units -> units.all(before.operator()).stream()
                .collect(words(CareUnit::id, CareUnit::name))));
        return places;
    }
}
