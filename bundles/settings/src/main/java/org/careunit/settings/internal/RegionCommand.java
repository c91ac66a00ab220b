package org.careunit.settings.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.OperatorCommand;

/** A command about what one region says. */
public abstract class RegionCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21",
                "22", "23", "24", "25"
            })
    String region;

    final CountyCode where() {
        return CountyCode.of(region);
    }
}
