package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.terms.internal.text.ShippedTerms;
import org.careunit.terms.internal.text.TermsJson;

/** Offers the keys of the types that there is a text for. */
@Service
public class TypeCompleter implements Completer {

    private final List<String> types = new ShippedTerms(new TermsJson())
            .types().stream().sorted().map(CaseTypeKey::value).toList();

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter keys = new StringsCompleter();
        keys.getStrings().addAll(types);
        return keys.complete(session, line, candidates);
    }
}
