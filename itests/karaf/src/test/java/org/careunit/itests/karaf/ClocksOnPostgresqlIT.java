package org.careunit.itests.karaf;

import org.careunit.itests.KarafTest;
import org.careunit.itests.KarafTest.Database;

@KarafTest(database = Database.POSTGRESQL)
class ClocksOnPostgresqlIT extends ClocksContract {}
