package org.careunit.itests.karaf;

import org.careunit.itests.KarafTest;

@KarafTest(features = {"itests-peers", "itests-host-camel-4.10"})
class AdapterBesideCamel410IT extends AdapterBesideCamelContract {

    AdapterBesideCamel410IT() {
        super("4.10.7");
    }
}
