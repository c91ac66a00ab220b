package org.careunit.journal.internal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Health check of the record systems, from the results of the last attempts; it makes no connection of its own. */
@Component(property = {HealthCheck.NAME + "=journal", HealthCheck.TAGS + "=" + Health.TAG})
public final class JournalHealth implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<JournalEndpoint> endpoints = List.of();

    @Override
    public Result execute() {
        return of(endpoints);
    }

    /** The worst of the record systems' states, with a description of each. */
    static Result of(List<JournalEndpoint> endpoints) {
        if (endpoints.isEmpty()) {
            return Health.ok("No record system is configured.");
        }
        SortedMap<String, Result> named = new TreeMap<>();
        endpoints.forEach(endpoint -> named.put(endpoint.name(), of(endpoint)));
        return ChannelHealth.worst(named);
    }

    private static Result of(JournalEndpoint endpoint) {
        if (endpoint.fault().isEmpty()
                && endpoint.settings().flatMap(JournalSettings::server).isEmpty()) {
            return Health.warn(JournalRecordSystem.NOT_SET_UP);
        }
        JournalRecordSystem system = endpoint.system().orElse(null);
        return ChannelHealth.of(
                endpoint.fault(), system == null ? null : system.state(), system == null ? "" : works(system));
    }

    private static String works(JournalRecordSystem system) {
        return system.state()
                .lastAnswer()
                .map(at -> system.address() + " last answered at " + Arguments.local(at) + ".")
                .orElse("no notice was sent to " + system.address() + " yet; careunit:journal-check tries it.");
    }
}
