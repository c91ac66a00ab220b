package org.careunit.operations;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.completion.MunicipalityCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** Base of commands about a resident at a unit, with the arguments for both. */
public abstract class ResidentAtUnitCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "birthDate", required = true, description = "The birth date, for example 2015-03-01")
    String birthDate;

    @Argument(index = 2, name = "sex", required = true, description = "female, male or unknown")
    @Completion(
            value = StringsCompleter.class,
            values = {"female", "male", "unknown"})
    String sex;

    @Argument(
            index = 3,
            name = "municipality",
            required = true,
            description = "The municipality's code, for example 0184, or unknown")
    @Completion(MunicipalityCompleter.class)
    String municipality;

    @Option(name = "--resident", description = "The host's pseudonym of the resident, to look at approvals and namings")
    String pseudonym;

    /** The unit that was written. */
    protected final HsaId unit() {
        return HsaId.of(unit);
    }

    /** The resident that was described. */
    protected final Resident resident() {
        return Arguments.resident(birthDate, sex, municipality, pseudonym);
    }
}
