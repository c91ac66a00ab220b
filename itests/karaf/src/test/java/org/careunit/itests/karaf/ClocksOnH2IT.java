package org.careunit.itests.karaf;

import org.careunit.itests.KarafTest;

@KarafTest
class ClocksOnH2IT extends ClocksContract {}
