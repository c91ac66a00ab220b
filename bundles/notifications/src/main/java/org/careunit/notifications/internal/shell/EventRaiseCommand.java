package org.careunit.notifications.internal.shell;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(scope = "careunit", name = "event-raise", description = "Raises an event about a case, for trying out")
public class EventRaiseCommand extends OperatorCommand {

    @Argument(index = 0, name = "type", required = true, description = "case-received or case-given")
    @Completion(
            value = StringsCompleter.class,
            values = {"case-received", "case-given"})
    String type;

    @Argument(index = 1, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 2, name = "case", required = true, description = "The case's number")
    String caseId;

    @Option(name = "--case-type", description = "The key of the case's type")
    @Completion(CaseTypeCompleter.class)
    String caseType = "kontakta-mig";

    @Option(name = "--to", description = "To whom the case is given, by HSA-id")
    @Completion(StaffCompleter.class)
    String to = "";

    @Option(name = "--by", description = "Who gives it, by HSA-id")
    @Completion(StaffCompleter.class)
    String by = "";

    @Option(name = "--id", description = "The event's id; a new one if it is left out")
    String id = UUID.randomUUID().toString();

    @Reference
    PlatformEvents events;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        CaseEvent event = new CaseEvent(
                new EventId(id), clock.instant(), new CaseRef(HsaId.of(unit), caseId), OptionalLong.empty(), change());
        boolean fresh = events.accept(operator(), List.of(event)).accepted() == 1;
        return Listing.of("event", "case", "result").row(id, event.subject(), fresh ? "committed" : "known already");
    }

    private CaseChange change() {
        return switch (type) {
            case "case-received" -> new CaseChange.Received(new CaseTypeKey(caseType));
            case "case-given" -> new CaseChange.Given(StaffId.of(to), StaffId.of(by));
            default -> throw CommandProblem.ARGUMENT.refused("The type is case-received or case-given, not " + type);
        };
    }
}
