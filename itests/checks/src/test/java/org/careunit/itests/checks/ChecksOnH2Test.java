package org.careunit.itests.checks;

import org.careunit.testkit.CareunitExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All checks, on H2 in memory. */
class ChecksOnH2Test extends AllChecks {

    @RegisterExtension
    static final CareunitExtension CAREUNIT = new CareunitExtension();
}
