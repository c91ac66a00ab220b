package org.careunit.notifications.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "record-system-test",
        description =
                "Sends a test message to a unit's record system; passing it shows the unit the section record-system")
public class RecordSystemTestCommand extends OperatorCommand {

    @Argument(name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    RecordSystemTests tests;

    @Override
    protected Listing answer() {
        HsaId id = HsaId.of(unit);
        RecordSystemTests.Result result = tests.test(operator(), id);
        Listing listing = Listing.of("unit", "passed", "answer").row(id, result.passed(), result.answer());
        return result.passed() ? listing : listing.failed("The test message was not passed: " + result.answer());
    }
}
