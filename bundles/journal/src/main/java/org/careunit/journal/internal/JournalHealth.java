package org.careunit.journal.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether the record systems can be reached, from what the last attempts brought; it makes none of its own. */
@Component(property = {HealthCheck.NAME + "=journal", HealthCheck.TAGS + "=" + Health.TAG})
public final class JournalHealth implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<JournalEndpoint> endpoints = List.of();

    @Override
    public Result execute() {
        return of(endpoints);
    }

    /** The worst of the record systems' states, and what there is to say about each. */
    static Result of(List<JournalEndpoint> endpoints) {
        if (endpoints.isEmpty()) {
            return Health.ok("No record system is configured.");
        }
        List<JournalEndpoint> sorted = endpoints.stream()
                .sorted(Comparator.comparing(JournalEndpoint::name))
                .toList();
        List<Result> results = sorted.stream().map(JournalHealth::of).toList();
        Result.Status worst = results.stream()
                .map(Result::getStatus)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String all = results.stream()
                .map(result -> result.iterator().next().getMessage())
                .collect(Collectors.joining(" "));
        return new Result(worst, all);
    }

    private static Result of(JournalEndpoint endpoint) {
        if (endpoint.fault().isEmpty()
                && endpoint.settings().flatMap(JournalSettings::server).isEmpty()) {
            return Health.warn(endpoint.name() + ": " + JournalRecordSystem.NOT_SET_UP);
        }
        JournalRecordSystem system = endpoint.system().orElse(null);
        Result result = ChannelHealth.of(
                endpoint.fault(), system == null ? null : system.state(), system == null ? "" : works(system));
        return new Result(
                result.getStatus(),
                endpoint.name() + ": " + result.iterator().next().getMessage());
    }

    private static String works(JournalRecordSystem system) {
        return system.state()
                .lastAnswer()
                .map(at -> system.address() + " last answered at " + Arguments.local(at) + ".")
                .orElse("no notice was sent to " + system.address() + " yet; careunit:journal-check tries it.");
    }
}
