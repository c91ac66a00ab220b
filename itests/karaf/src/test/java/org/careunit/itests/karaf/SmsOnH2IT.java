package org.careunit.itests.karaf;

import java.util.Map;

class SmsOnH2IT extends SmsContract {

    @Override
    Map<String, String> storage() {
        return Map.of();
    }
}
