package org.careunit.itests.karaf;

import org.careunit.itests.KarafTest;

@KarafTest(features = {"itests-peers", "itests-host-camel-4.14"})
class AdapterBesideCamel414IT extends AdapterBesideCamelContract {

    AdapterBesideCamel414IT() {
        super("4.14.5");
    }
}
