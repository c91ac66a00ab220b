package org.careunit.itests.checks;

import org.careunit.testkit.Careunit;
import org.careunit.testkit.CareunitExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All checks, on H2 in memory. */
class ChecksOnH2Test {

    @RegisterExtension
    static final CareunitExtension CAREUNIT = new CareunitExtension();

    /** One for all checks. */
    @BeforeAll
    static void start(Careunit careunit) {
        careunit.awaitIdle();
    }

    // Listed for each store: reports of nested classes in a shared base would bear the same names.

    @Nested
    class Actors extends ActorChecks {}

    @Nested
    class Events extends EventChecks {}

    @Nested
    class EndedCases extends EndedCaseChecks {}

    @Nested
    class Storms extends StormChecks {}

    @Nested
    class Conflicts extends ConflictChecks {}

    @Nested
    class Pagings extends PagingChecks {}

    @Nested
    class Offers extends OfferChecks {}

    @Nested
    class TermsOfCaseTypes extends TermsChecks {}

    @Nested
    class PersonalSettings extends PersonalSettingChecks {}

    @Nested
    class Permissions extends PermissionChecks {}

    @Nested
    class ReadinessOfUnits extends ReadinessChecks {}

    @Nested
    class Notices extends NoticeChecks {}

    @Nested
    class Refusals extends RefusalChecks {}

    @Nested
    class PrintedRecords extends PrintingChecks {}

    @Nested
    class Configurations extends ConfigurationChecks {}

    @Nested
    class Ledgers extends LedgerChecks {}

    @Nested
    class Threads extends ThreadChecks {}

    @Nested
    class StrangeInputs extends StrangeInputChecks {}

    @Nested
    class RepeatedCalls extends RepeatedCallChecks {}
}
