package org.careunit.itests.karaf;

import org.careunit.itests.KarafTest;

@KarafTest(features = "itests-peers")
class AdapterInStockKarafIT extends AdapterContract {}
