package org.careunit.units.internal.shell;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "configuration-copy",
        description = "Tries out what units would say as another does, whole or by part; --apply does it")
public class ConfigurationCopyCommand extends OperatorCommand {

    @Argument(index = 0, name = "from", required = true, description = "The HSA-id of the unit to copy from")
    @Completion(UnitCompleter.class)
    String from;

    @Argument(index = 1, name = "to", required = true, multiValued = true, description = "The HSA-ids of the others")
    @Completion(UnitCompleter.class)
    List<String> to;

    @Option(name = "--only", multiValued = true, description = "A part, or part/entry: settings/care-types")
    List<String> only = List.of();

    @Option(name = "--apply", description = "Save it, as one change set; without, nothing is saved")
    boolean apply;

    @Reference
    Configurations configurations;

    @Override
    protected Listing answer() {
        List<HsaId> where = to.stream().map(HsaId::of).toList();
        HsaId source = HsaId.of(from);
        Set<String> what = Set.copyOf(only);
        return ConfigurationListing.of(
                apply
                        ? configurations.copy(operator(), source, where, what)
                        : configurations.dryRun(operator(), where, configurations.export(operator(), source), what));
    }
}
