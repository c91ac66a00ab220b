package org.careunit.journal.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.failure.UnavailableException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The configured record systems, for the operators' commands. */
@Component(service = ConfiguredEndpoints.class)
public final class ConfiguredEndpoints {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<JournalEndpoint> endpoints = List.of();

    /**
     * Result of checking a record system.
     *
     * @param spoken the interface, such as {@code FHIR R4}
     * @param works whether it let us in
     */
    public record EndpointCheck(
            String name, String server, String spoken, String units, boolean works, String answer) {}

    /** Their names, in order. */
    public List<String> names() {
        return sorted().map(JournalEndpoint::name).toList();
    }

    /** All of them in the order of their names. */
    List<JournalEndpoint> all() {
        return sorted().toList();
    }

    private Stream<JournalEndpoint> sorted() {
        return endpoints.stream().sorted(Comparator.comparing(JournalEndpoint::name));
    }

    /** Connects to the record system of this name, or to all if it is null; none if there is no such. */
    public List<EndpointCheck> check(String name) {
        return sorted().filter(endpoint -> name == null || endpoint.name().equals(name))
                .map(ConfiguredEndpoints::check)
                .toList();
    }

    private static EndpointCheck check(JournalEndpoint endpoint) {
        String units = endpoint.settings()
                .map(settings -> String.join(
                        " ", settings.units().stream().map(Object::toString).toList()))
                .orElse("");
        return endpoint.system()
                .map(system -> check(endpoint, system, units))
                .orElseGet(() -> new EndpointCheck(endpoint.name(), "", "", units, false, whyNot(endpoint)));
    }

    private static String whyNot(JournalEndpoint endpoint) {
        if (!endpoint.fault().isEmpty()) {
            return endpoint.fault();
        }
        return endpoint.settings().flatMap(JournalSettings::server).isEmpty()
                ? JournalRecordSystem.NOT_SET_UP
                : "Its routes do not run; the log says why";
    }

    private static EndpointCheck check(JournalEndpoint endpoint, JournalRecordSystem system, String units) {
        try {
            String answer = system.check();
            return new EndpointCheck(endpoint.name(), system.address(), system.name(), units, true, answer);
        } catch (UnavailableException silent) {
            return new EndpointCheck(
                    endpoint.name(), system.address(), system.name(), units, false, silent.getMessage());
        }
    }
}
