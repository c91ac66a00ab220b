package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.Geography;

/** Offers the codes of municipalities. */
@Service
public class MunicipalityCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(Geography.class, geography -> geography.counties().stream()
                .flatMap(county -> geography.municipalities(county.code()).stream())
                .collect(words(Geography.Municipality::code, Geography.Municipality::name)));
    }
}
