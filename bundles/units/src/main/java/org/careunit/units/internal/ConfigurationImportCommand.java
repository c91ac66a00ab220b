package org.careunit.units.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.Units;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:configuration-import}. */
@Service
@Command(
        scope = "careunit",
        name = "configuration-import",
        description = "Tries out what a file with a configuration would change at units; --apply does it")
public class ConfigurationImportCommand extends OperatorCommand {

    @Argument(index = 0, name = "file", required = true, description = "The file, as configuration-export writes it")
    @Completion(FileCompleter.class)
    String file;

    @Argument(index = 1, name = "units", multiValued = true, description = "The units' HSA-ids; none with --region")
    @Completion(UnitCompleter.class)
    List<String> units = List.of();

    @Option(name = "--region", description = "The code of a county: all units of that region that are not closed")
    @Completion(RegionCompleter.class)
    String region;

    @Option(name = "--only", multiValued = true, description = "A part, or part/entry: settings/care-types")
    List<String> only = List.of();

    @Option(name = "--apply", description = "Save it, as one change set; without, nothing is saved")
    boolean apply;

    @Option(name = "--dry-run", description = "Save nothing, which is what happens anyway without --apply")
    boolean dryRun;

    @Reference
    Configurations configurations;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        List<HsaId> where = where();
        String text = text();
        Set<String> what = Set.copyOf(only);
        return ConfigurationListing.of(
                apply && !dryRun
                        ? configurations.apply(operator(), where, text, what)
                        : configurations.dryRun(operator(), where, text, what));
    }

    private List<HsaId> where() {
        if (units.isEmpty() == (region == null)) {
            throw new RefusedException("Name either units or a --region");
        }
        return region == null
                ? units.stream().map(HsaId::of).toList()
                : RegionUnits.of(service, operator(), CountyCode.of(region));
    }

    private String text() {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new RefusedException("The file cannot be read as UTF-8 text", unreadable);
        }
    }
}
