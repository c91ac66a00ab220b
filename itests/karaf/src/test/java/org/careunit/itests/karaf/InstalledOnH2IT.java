package org.careunit.itests.karaf;

import org.careunit.itests.KarafTest;

@KarafTest
class InstalledOnH2IT extends InstalledContract {}
