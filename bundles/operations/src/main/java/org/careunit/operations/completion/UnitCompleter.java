package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;

/** Offers the HSA-ids of the units that are registered. */
@Service
public class UnitCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(Units.class, units -> units.all(before.operator()).stream()
                .collect(words(CareUnit::id, CareUnit::name)));
    }
}
