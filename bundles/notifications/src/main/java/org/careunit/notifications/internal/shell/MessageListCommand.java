package org.careunit.notifications.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.PageRequest;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.storage.UnitRegister;

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
                "NO_RECIPIENT",
                "SIMULATED"
            })
    MessageState state;

    @Option(name = "--case", description = "Only those about a case, oldest first: unit's HSA-id, slash, case number")
    String about;

    @Option(name = "--unit", description = "Only those of a unit, by its HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Option(name = "--limit", description = "The most rows, 50 if it is left out")
    int limit = 50;

    @Reference
    Messages messages;

    @Reference
    UnitRegister units;

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
        if (about == null) {
            PageRequest page = PageRequest.first(Arguments.limit(limit, MOST));
            return unit == null
                    ? messages.newest(operator(), Optional.ofNullable(state), page)
                            .rows()
                    : ofUnit(HsaId.of(unit), page);
        }
        return messages.about(operator(), CaseArgument.of(about)).stream()
                .filter(entry -> state == null || entry.state() == state)
                .toList();
    }

    /** The ledger may have rows of a unit that never joined; a unit without any is more likely mistyped. */
    private List<LedgerEntry> ofUnit(HsaId named, PageRequest page) {
        List<LedgerEntry> entries = messages.ofUnit(operator(), named, Optional.ofNullable(state), page)
                .rows();
        if (entries.isEmpty()) {
            units.require(named);
        }
        return entries;
    }
}
