package org.careunit.itests.checks;

import org.careunit.testkit.Careunit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All checks of a host module, on the store that the test class starts Careunit with. */
abstract class AllChecks {

    /** One for all checks. */
    @BeforeAll
    static void start(Careunit careunit) {
        careunit.awaitIdle();
    }

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
}
