package org.careunit.operations.completion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers the audit trails: the platform's, and those of regions and units. */
@Service
public class TrailCompleter extends PlaceCompleter {

    @Override
    protected Map<String, String> words(Before before) {
        Map<String, String> trails = new LinkedHashMap<>();
        trails.put("platform", "");
        trails.putAll(super.words(before));
        return trails;
    }
}
