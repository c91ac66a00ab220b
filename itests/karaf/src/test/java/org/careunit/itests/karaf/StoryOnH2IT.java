package org.careunit.itests.karaf;

import java.util.Map;

class StoryOnH2IT extends StoryContract {

    @Override
    Map<String, String> storage() {
        return Map.of();
    }
}
