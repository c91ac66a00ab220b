package org.careunit.notifications.internal.shell;

import java.io.IOException;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.notifications.internal.intake.EventAdminReceiver;

/** Offers the names of the texts that are set aside. */
@Service
public class RefusedTextCompleter implements Completer {

    @Reference
    EventAdminReceiver door;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        try {
            door.refused().files().forEach(file -> names.getStrings()
                    .add(file.getFileName().toString()));
        } catch (IOException unreadable) {
            return -1;
        }
        return names.complete(session, commandLine, candidates);
    }
}
