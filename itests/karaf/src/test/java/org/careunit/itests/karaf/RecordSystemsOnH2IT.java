package org.careunit.itests.karaf;

import java.util.Map;

class RecordSystemsOnH2IT extends RecordSystemsContract {

    @Override
    Map<String, String> storage() {
        return Map.of();
    }
}
