package org.careunit.units.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.configuration.Configurations;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "configuration-schema",
        description = "Prints the JSON Schema of a unit's configuration")
public class ConfigurationSchemaCommand extends OperatorCommand {

    @Reference
    Configurations configurations;

    @Override
    protected Listing answer() {
        return Listing.of("schema").row(configurations.schema());
    }
}
