package org.careunit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.identity.Actor;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.PageRequest;
import org.careunit.operations.Metrics;
import org.osgi.service.event.Event;

/** What Careunit shows to operators and to listening modules: metrics, health, ledger and events. */
public final class Observed {

    private static final Actor OPERATOR = new Actor.Operator("testkit");
    private static final int MOST_ROWS = 1_000;

    private final Careunit careunit;

    Observed(Careunit careunit) {
        this.careunit = careunit;
    }

    /** The metrics by their names; never null. */
    public Map<String, Double> metrics() {
        Map<String, Double> found = new TreeMap<>();
        careunit.services(Metrics.class)
                .forEach(source -> source.read().forEach(figure -> found.put(figure.name(), figure.value())));
        return found;
    }

    /** What the health checks say, one text for each; never null. */
    public List<String> health() {
        return careunit.services(HealthCheck.class).stream()
                .map(check -> check.getClass().getSimpleName() + ": " + text(check.execute()))
                .sorted()
                .toList();
    }

    private static String text(Result result) {
        List<String> lines = new ArrayList<>();
        result.forEach(entry -> lines.add(entry.getStatus() + " " + entry.getMessage()));
        return String.join("; ", lines);
    }

    /** The newest rows of the ledger, the newest first, each in one text; never null. */
    public List<String> ledger() {
        return careunit
                .service(Messages.class)
                .newest(OPERATOR, Optional.empty(), PageRequest.first(MOST_ROWS))
                .rows()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** Change notices and other events, each in one text; never null. */
    public List<String> events() {
        return careunit.posted().stream().map(Observed::text).toList();
    }

    private static String text(Event event) {
        return event.getTopic()
                + List.of(event.getPropertyNames()).stream()
                        .map(name -> " " + name + "=" + event.getProperty(name))
                        .collect(Collectors.joining());
    }
}
