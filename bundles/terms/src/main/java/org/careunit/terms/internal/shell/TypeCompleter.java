package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.storage.RecordJson;
import org.careunit.terms.internal.text.ShippedTerms;

/** Offers the keys of the types that there is a text for. */
@Service
public class TypeCompleter implements Completer {

    private static final List<String> TYPES = new ShippedTerms(new RecordJson())
            .types().stream().sorted().map(CaseTypeKey::value).toList();

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter keys = new StringsCompleter();
        keys.getStrings().addAll(TYPES);
        return keys.complete(session, line, candidates);
    }
}
