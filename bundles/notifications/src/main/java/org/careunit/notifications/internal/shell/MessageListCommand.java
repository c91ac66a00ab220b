package org.careunit.notifications.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.operations.Arguments;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:message-list}. */
@Service
@Command(
        scope = "careunit",
        name = "message-list",
        description = "Shows the ledger: who was told because of which event, newest first")
public class MessageListCommand extends OperatorCommand {

    private static final int MOST = 10_000;

    @Option(name = "--state", description = "Only those in this state")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "QUEUED",
                "SENDING",
                "SENT",
                "DELIVERED",
                "TEMPORARY_FAILURE",
                "PERMANENT_FAILURE",
                "TECHNICAL_FAILURE",
                "SUPPRESSED",
                "CANCELLED",
                "NO_RECIPIENT"
            })
    MessageState state;

    @Option(name = "--case", description = "Only those about a case, oldest first: unit's HSA-id, slash, case number")
    String about;

    @Option(name = "--limit", description = "The most rows, 50 if it is left out")
    int limit = 50;

    @Reference
    Messages messages;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of(
                        "id", "changed", "state", "topic", "recipient", "case", "event", "attempts", "detail")
                .whenEmpty("The ledger has no such message.");
        entries()
                .forEach(entry -> listing.row(
                        entry.id(),
                        entry.changedAt(),
                        entry.state(),
                        entry.topic(),
                        entry.recipient(),
                        entry.subject(),
                        entry.event(),
                        entry.attempts(),
                        entry.detail()));
        return listing;
    }

    private List<LedgerEntry> entries() {
        return about == null
                ? messages.newest(operator(), Optional.ofNullable(state), Arguments.limit(limit, MOST))
                : messages.about(operator(), subject(about)).stream()
                        .filter(entry -> state == null || entry.state() == state)
                        .toList();
    }

    private static CaseRef subject(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw CommandProblem.ARGUMENT.refused("Write the case as the unit's HSA-id, a slash and the case's number");
        }
        return new CaseRef(HsaId.of(written.substring(0, slash)), written.substring(slash + 1));
    }
}
