package org.careunit.notifications.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedCase.Step;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Arguments;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "case-timeline",
        description = "Shows which messages a case would lead to: when, to whom and by which rule; nothing is stored")
public class CaseTimelineCommand extends OperatorCommand {

    @Option(name = "--at", description = "When it would come in, a day or local time such as 2026-03-01T08:00; now")
    String at;

    @Option(name = "--given", description = "Whom it would be given to then, by HSA-id")
    @Completion(StaffCompleter.class)
    String given;

    @Option(
            name = "--step",
            multiValued = true,
            description = "What would happen, as part-reply, counter-question, resident-replied, answered, answer-read,"
                    + " reopened, withdrawn or closed, an equals sign and when; may be given again")
    List<String> steps;

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "case-type", required = true, description = "The key of the case's type")
    @Completion(CaseTypeCompleter.class)
    String caseType;

    @Reference
    CaseTimelines timelines;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("at", "topic", "round", "told", "reason", "rule", "section")
                .whenEmpty("Such a case would lead to no message.");
        timelines
                .preview(operator(), HsaId.of(unit), planned())
                .forEach(message -> listing.row(
                        Arguments.local(message.at()),
                        message.topic(),
                        message.round(),
                        told(message),
                        message.reason(),
                        message.english(),
                        message.decidedBy().map(CaseTimelineCommand::section)));
        return listing;
    }

    private PlannedCase planned() {
        Instant received = Arguments.at(at, clock);
        List<Step> all = new ArrayList<>();
        if (given != null) {
            StaffId handler = StaffId.of(given);
            all.add(new Step(new CaseChange.Given(handler, GIVER), received));
        }
        if (steps != null) {
            steps.forEach(step -> all.add(step(step)));
        }
        return new PlannedCase(new CaseTypeKey(caseType), received, all);
    }

    /** A staff member other than the handler. */
    private static final StaffId GIVER = new StaffId("SE0000000000-GIVER");

    private static Step step(String written) {
        int equals = written.indexOf('=');
        if (equals < 0) {
            throw CommandProblem.ARGUMENT.refused(
                    "--step: write what happens, an equals sign and when, such as" + " answered=2026-03-01T08:00");
        }
        return new Step(
                change(written.substring(0, equals).strip()), Arguments.at("--step", written.substring(equals + 1)));
    }

    private static CaseChange change(String written) {
        return switch (written) {
            case "part-reply" -> new CaseChange.PartReplied();
            case "counter-question" -> new CaseChange.CounterQuestionAsked();
            case "resident-replied" -> new CaseChange.ResidentReplied();
            case "answered" -> new CaseChange.Answered();
            case "answer-read" -> new CaseChange.AnswerRead();
            case "reopened" -> new CaseChange.Reopened();
            case "withdrawn" -> new CaseChange.Withdrawn();
            case "closed" -> new CaseChange.Closed();
            default -> throw CommandProblem.ARGUMENT.refused("--step: nothing of that name can happen to a case");
        };
    }

    private static String told(PlannedMessage message) {
        return message.recipients().stream()
                .map(told -> told.recipient()
                        + told.channel().map(channel -> " (" + channel + ")").orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String section(DecidingVersion by) {
        return by.section() + ", " + by.level() + ", version " + by.version();
    }
}
