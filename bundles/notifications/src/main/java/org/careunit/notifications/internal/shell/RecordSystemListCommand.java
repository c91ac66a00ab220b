package org.careunit.notifications.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.notifications.internal.recordsystem.RecordSystemRegister;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "record-system-list",
        description = "Shows which units have a record system, whether it has passed its test message, and"
                + " whether it can be reached")
public class RecordSystemListCommand extends OperatorCommand {

    @Reference
    RecordSystems systems;

    @Reference
    RecordSystemRegister register;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("unit", "system", "progress", "passed", "reachable")
                .whenEmpty("No record system is there; careunit:health says more.");
        register.all().forEach((unit, names) -> {
            RecordSystems.Status status = systems.status(unit);
            listing.row(unit, names, status.progress(), status.passed(), systems.isReachable(unit));
        });
        return listing;
    }
}
