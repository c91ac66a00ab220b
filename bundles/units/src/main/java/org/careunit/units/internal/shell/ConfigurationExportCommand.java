package org.careunit.units.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.operations.files.PrivateFiles;

@Service
@Command(
        scope = "careunit",
        name = "configuration-export",
        description = "Writes a unit's whole configuration as JSON, to the console or to a new file")
public class ConfigurationExportCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "file", description = "A file that is not there yet")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    Configurations configurations;

    @Override
    protected Listing answer() {
        String text = configurations.export(operator(), HsaId.of(unit));
        if (file == null) {
            return Listing.of("configuration").row(text);
        }
        try {
            PrivateFiles.write(NamedFile.path(file), text);
        } catch (IOException unwritable) {
            throw new RefusedException(
                    CommandProblem.ARGUMENT.with("The file cannot be written, or is there already"), unwritable);
        }
        return Listing.of("file").row(file);
    }
}
