package org.careunit.journal.internal.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.journal.internal.ConfiguredEndpoints;
import org.careunit.operations.completion.Before;
import org.careunit.operations.completion.KnownWords;

/** Offers the names of the configured record systems. */
@Service
public class JournalNameCompleter extends KnownWords {

    @Override
    protected Map<String, String> words(Before before) {
        return ask(ConfiguredEndpoints.class, endpoints -> endpoints.names().stream()
                .collect(words(name -> name, name -> "")));
    }
}
