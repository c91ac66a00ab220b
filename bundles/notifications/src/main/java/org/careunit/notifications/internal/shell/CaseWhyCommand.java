package org.careunit.notifications.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "case-why",
        description = "Explains for each topic why a case did, or did not, lead to a message, or when one will come")
public class CaseWhyCommand extends OperatorCommand {

    @Argument(name = "case", required = true, description = "The unit's HSA-id, a slash and the case's number")
    String subject;

    @Option(name = "--swedish", description = "In the words that people in the unit read")
    boolean swedish;

    @Reference
    CaseExplanations explanations;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("topic", "round", "reason", "at", "channel", "recipient", "why");
        explanations.why(operator(), CaseArgument.of(subject)).forEach(one -> row(listing, one));
        return listing;
    }

    private void row(Listing listing, MessageExplanation one) {
        listing.row(
                one.topic(),
                one.round().isPresent() ? one.round().getAsInt() : "",
                one.reason(),
                one.at().map(Arguments::local),
                one.channel(),
                one.recipient(),
                swedish ? one.swedish() : one.english());
    }
}
