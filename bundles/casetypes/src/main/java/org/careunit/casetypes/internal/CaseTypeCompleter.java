package org.careunit.casetypes.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the keys of regions' case types, and of units' own as far as they were read on this node. */
@Service
public class CaseTypeCompleter implements Completer {

    @Reference
    KeptTypes kept;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(kept.memory().keys()).complete(session, line, candidates);
    }
}
