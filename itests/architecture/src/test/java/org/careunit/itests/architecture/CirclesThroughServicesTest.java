package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundles' references to services, optional ones too, form no circles, save through the services listed here.
 * Packages cannot show this: a bundle that refers to a service is compiled against its contract alone.
 */
class CirclesThroughServicesTest {

    /** Contracts of which a bundle collects all implementations and knows none, whoever registers them. */
    private static final Set<String> COLLECTED = Set.of(
            "org.apache.felix.hc.api.HealthCheck",
            "org.careunit.operations.Metrics",
            "org.careunit.api.readiness.ReadinessCheck",
            "org.careunit.storage.RetentionHold",
            "org.careunit.storage.documents.ConfigurationPart",
            "org.careunit.storage.jobs.JobHandler");

    /** Other references that close a circle, by the bundle that refers and the service, with the reason. */
    private static final Map<String, String> REASONED = Map.of(
            "settings CaseTypes", "sections name case types, and what a case type offers depends on sections",
            "settings CaseTypeCatalogue", "a region's sections name its case types",
            "settings TermsAcceptance", "the archive holds which terms a case was sent under",
            "settings RecordSystems", "a readiness check of the section that turns notices on",
            "casetypes TermsStates", "a type is activated when its terms are published, and terms are a type's",
            "units SupportContacts", "a checklist says whom to turn to, which is a setting of the region",
            "mail DeliveryReports", "a gateway hands back what became of a message to who had it sent",
            "sms SmsReceipts", "a gateway hands back what became of a message to who had it sent");

    private static final List<Reference> REFERENCES = new ArrayList<>();
    private static final Map<String, Set<String>> PROVIDERS = new TreeMap<>();

    private record Reference(String bundle, String service) {

        boolean isReasoned(String exception) {
            return exception.equals(bundle + " " + service.substring(service.lastIndexOf('.') + 1));
        }
    }

    @BeforeAll
    static void readComponents() throws Exception {
        for (ComponentDescription component : ComponentDescription.all()) {
            interfaces(component, "reference")
                    .forEach(service -> REFERENCES.add(new Reference(component.bundle(), service)));
            interfaces(component, "provide").forEach(service -> PROVIDERS
                    .computeIfAbsent(service, any -> new TreeSet<>())
                    .add(component.bundle()));
        }
    }

    private static List<String> interfaces(ComponentDescription component, String tag) {
        return component.elements(tag).stream()
                .map(element -> element.getAttribute("interface"))
                .toList();
    }

    @Test
    void noCircleIsThereThatIsNotReasoned() {
        assertThat(REFERENCES).hasSizeGreaterThan(200);
        assertThat(circle(reference -> REASONED.keySet().stream().noneMatch(reference::isReasoned)))
                .as("bundles whose references form a circle: turn one of them, or say why it has to be")
                .isEmpty();
    }

    @Test
    void everyReasonedReferenceClosesACircle() {
        assertThat(REASONED.keySet())
                .allSatisfy(exception -> assertThat(circle(reference -> reference.isReasoned(exception)
                                || REASONED.keySet().stream().noneMatch(reference::isReasoned)))
                        .as("circle through '%s', without which it need not be listed", exception)
                        .isNotEmpty());
    }

    /** A circle of bundles through the references that count; empty if there is none. */
    private static List<String> circle(Predicate<Reference> counts) {
        Map<String, Set<String>> needs = new TreeMap<>();
        REFERENCES.stream()
                .filter(reference -> !COLLECTED.contains(reference.service()))
                .filter(counts)
                .forEach(reference -> PROVIDERS.getOrDefault(reference.service(), Set.of()).stream()
                        .filter(provider -> !provider.equals(reference.bundle()))
                        .forEach(provider -> needs.computeIfAbsent(reference.bundle(), any -> new TreeSet<>())
                                .add(provider)));
        Set<String> done = new TreeSet<>();
        return needs.keySet().stream()
                .map(bundle -> circle(bundle, needs, new ArrayDeque<>(), done))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<String>> circle(
            String bundle, Map<String, Set<String>> needs, Deque<String> path, Set<String> done) {
        if (path.contains(bundle)) {
            path.addLast(bundle);
            return Optional.of(List.copyOf(path));
        }
        if (!done.add(bundle)) {
            return Optional.empty();
        }
        path.addLast(bundle);
        for (String needed : needs.getOrDefault(bundle, Set.of())) {
            Optional<List<String>> found = circle(needed, needs, path, done);
            if (found.isPresent()) {
                return found;
            }
        }
        path.removeLast();
        return Optional.empty();
    }
}
