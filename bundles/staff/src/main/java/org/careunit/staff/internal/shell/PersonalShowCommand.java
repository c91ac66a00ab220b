package org.careunit.staff.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.staff.internal.PersonalSupport;
import org.careunit.staff.internal.PersonalSupport.SettingsSummary;

@Service
@Command(
        scope = "careunit",
        name = "personal-show",
        description = "Shows which personal settings somebody has chosen at a unit, and where they are told")
public class PersonalShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Reference
    PersonalSupport support;

    @Override
    protected Listing answer() {
        SettingsSummary summary = support.summary(operator(), HsaId.of(unit), StaffId.of(staff));
        return Listing.of("what", "value")
                .row("display name", whose(summary.ownName()))
                .row("signature", whose(summary.ownSignature()))
                .row("protected identity", summary.confidential())
                .row("wants mail when given a case", summary.wantsMail())
                .row("is told at", summary.maskedMail())
                .row("wants an SMS when given a case", summary.wantsSms())
                .row("number for it", summary.maskedNumber())
                .row("absent until", summary.absentUntil())
                .row("version", summary.version())
                .row("the directory said so", summary.directoryAsOf());
    }

    private static String whose(boolean own) {
        return own ? "their own" : "the directory's";
    }
}
