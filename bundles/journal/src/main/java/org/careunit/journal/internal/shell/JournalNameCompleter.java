package org.careunit.journal.internal.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.journal.internal.ConfiguredEndpoints;
import org.careunit.operations.completion.PrecedingArguments;
import org.careunit.operations.completion.ServiceCompleter;

/** Offers the names of the configured record systems. */
@Service
public class JournalNameCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(ConfiguredEndpoints.class, endpoints -> endpoints.names().stream()
                .collect(words(name -> name, name -> "")));
    }
}
