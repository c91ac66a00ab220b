package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.completion.StaffCompleter;

/** Shell command about a staff member in a region, with the arguments that name both. */
abstract class RegionStaffCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    final CountyCode region() {
        return CountyCode.of(region);
    }

    final StaffId staff() {
        return StaffId.of(staff);
    }
}
