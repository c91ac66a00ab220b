package org.careunit.units.internal.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.Units;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "configuration-import",
        description = "Tries out what a file with a configuration would change at units; --apply does it")
public class ConfigurationImportCommand extends OperatorCommand {

    private static final String ENDING = ".json";

    @Argument(
            index = 0,
            name = "file",
            required = true,
            description = "The file, as configuration-export writes it, or a directory of configuration-export-region")
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
        Set<String> what = Set.copyOf(only);
        boolean save = apply && !dryRun;
        if (Files.isDirectory(NamedFile.path(file))) {
            List<UnitDocument> each = documents();
            return ConfigurationListing.of(
                    save
                            ? configurations.applyEach(operator(), each, what)
                            : configurations.dryRunEach(operator(), each, what));
        }
        List<HsaId> where = where();
        String text = NamedFile.read(file);
        return ConfigurationListing.of(
                save
                        ? configurations.apply(operator(), where, text, what)
                        : configurations.dryRun(operator(), where, text, what));
    }

    /** One for each unit, as {@code configuration-export-region} writes them. */
    private List<UnitDocument> documents() {
        if (!units.isEmpty() || region != null) {
            throw CommandProblem.ARGUMENT.refused(
                    "The files of a directory name the units: name neither units nor a --region");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(NamedFile.path(file), "*" + ENDING)) {
            List<UnitDocument> documents = new ArrayList<>();
            files.forEach(one -> documents.add(new UnitDocument(unit(one), NamedFile.read(one.toString()))));
            documents.sort(Comparator.comparing(UnitDocument::unit));
            if (documents.isEmpty()) {
                throw CommandProblem.ARGUMENT.refused(
                        "There is no file named after a unit, such as SE1111111111-A1" + ENDING);
            }
            return documents;
        } catch (IOException unreadable) {
            throw new RefusedException(CommandProblem.ARGUMENT.with("The directory cannot be read"), unreadable);
        }
    }

    private static HsaId unit(Path file) {
        String name = file.getFileName().toString();
        return HsaId.of(name.substring(0, name.length() - ENDING.length()));
    }

    private List<HsaId> where() {
        if (units.isEmpty() == (region == null)) {
            throw CommandProblem.ARGUMENT.refused("Name either units or a --region");
        }
        return region == null
                ? units.stream().map(HsaId::of).toList()
                : RegionUnits.of(service, operator(), CountyCode.of(region));
    }
}
