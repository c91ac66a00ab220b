package org.careunit.settings.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:settings-show}. */
@Service
@Command(scope = "careunit", name = "settings-show", description = "Shows what a unit has decided, section by section")
public class SettingsShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    String unit;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        return SettingsListing.of(service.read(operator(), HsaId.of(unit), EmailNotification.class));
    }
}
