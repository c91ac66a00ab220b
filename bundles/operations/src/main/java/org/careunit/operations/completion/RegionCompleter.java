package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.Geography;

/** Offers the codes of counties, which are those of regions. */
@Service
public class RegionCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(Geography.class, geography -> geography.counties().stream()
                .collect(words(Geography.County::code, Geography.County::name)));
    }
}
