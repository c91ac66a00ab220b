package org.careunit.settings.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PreviewedText;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "settings-preview",
        description = "Shows what would become of a text of other information, without saving it")
public class SettingsPreviewCommand extends OperatorCommand {

    @Argument(index = 0, name = "text", required = true, description = "The text, as HTML")
    String text;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        PreviewedText preview = service.preview(new OtherInformation(text));
        return Listing.of("html", "removed").row(preview.html(), String.join(", ", preview.removed()));
    }
}
