package org.careunit.itests.karaf;

import java.util.Map;

class ArchiveOnH2IT extends ArchiveContract {

    @Override
    Map<String, String> storage() {
        return Map.of();
    }
}
