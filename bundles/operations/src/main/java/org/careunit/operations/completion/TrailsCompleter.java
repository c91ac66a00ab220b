package org.careunit.operations.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers the audit trails, and all of them at once. */
@Service
public class TrailsCompleter extends TrailCompleter {

    @Override
    protected List<String> first() {
        return List.of("all", "platform");
    }
}
