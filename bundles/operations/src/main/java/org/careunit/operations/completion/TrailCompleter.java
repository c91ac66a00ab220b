package org.careunit.operations.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers the audit trails: the platform's, and those of regions and units. */
@Service
public class TrailCompleter extends ScopeCompleter {

    /** The candidates before units and regions. */
    protected List<String> first() {
        return List.of("platform");
    }

    @Override
    protected final Map<String, String> words(PrecedingArguments before) {
        Map<String, String> trails = new LinkedHashMap<>();
        first().forEach(word -> trails.put(word, ""));
        trails.putAll(super.words(before));
        return trails;
    }
}
