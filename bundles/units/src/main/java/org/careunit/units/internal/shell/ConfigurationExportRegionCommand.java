package org.careunit.units.internal.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.Units;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.files.PrivateFiles;

/**
 * {@code careunit:configuration-export-region}; one unit at a time, so that a large region needs no more memory than a
 * small one.
 */
@Service
@Command(
        scope = "careunit",
        name = "configuration-export-region",
        description = "Writes the configuration of each unit of a region to a new file of its own")
public class ConfigurationExportRegionCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "directory", required = true, description = "A directory; made if it is not there")
    @Completion(FileCompleter.class)
    String directory;

    @Reference
    Configurations configurations;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("unit", "file").whenEmpty("The region has no units that are not closed.");
        RegionUnits.of(service, operator(), CountyCode.of(region)).forEach(unit -> listing.row(unit, write(unit)));
        return listing;
    }

    private Path write(HsaId unit) {
        try {
            Path folder = NamedFile.path(directory);
            if (!Files.isDirectory(folder)) {
                PrivateFiles.createDirectories(folder);
            }
            Path file = folder.resolve(unit.value() + ".json");
            PrivateFiles.write(file, configurations.export(operator(), unit));
            return file;
        } catch (IOException unwritable) {
            throw new RefusedException(
                    CommandProblem.ARGUMENT.with("The file of " + unit + " cannot be written, or is there already"),
                    unwritable);
        }
    }
}
