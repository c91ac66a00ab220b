package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.settings.CareTypeList;

/** Offers the keys of care types. */
@Service
public class CareTypeCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(CareTypeList.class, list -> list.all().stream()
                .collect(words(CareTypeList.CareType::key, CareTypeList.CareType::name)));
    }
}
