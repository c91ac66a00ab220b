package org.careunit.settings.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

/** Base of commands about the settings of a region. */
public abstract class RegionCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    final CountyCode where() {
        return CountyCode.of(region);
    }
}
