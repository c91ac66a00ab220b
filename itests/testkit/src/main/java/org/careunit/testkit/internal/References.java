package org.careunit.testkit.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.testkit.internal.ComponentDescription.Reference;
import org.careunit.testkit.internal.ServiceRegistry.Entry;

/** The services that one component uses, each time the best that there is, as Declarative Services choose it. */
final class References {

    private final ComponentDescription description;
    private final ServiceRegistry registry;

    /** What is used where it is one service and not several. */
    private final Map<Reference, Entry> used = new HashMap<>();

    private Members members;

    References(ComponentDescription description, ServiceRegistry registry) {
        this.description = description;
        this.registry = registry;
    }

    /** What the constructor is given. */
    Object argument(Reference reference) {
        List<Entry> found = services(reference);
        if (reference.isMultiple()) {
            return found.stream().map(Entry::service).toList();
        }
        used.put(reference, found.get(0));
        return found.get(0).service();
    }

    /** Gives a component the services that its constructor was not given. */
    void giveTo(Members component) {
        members = component;
        afterConstruction().forEach(this::bindAll);
    }

    private Stream<Reference> afterConstruction() {
        return description.references().stream()
                .filter(reference -> reference.parameter().isEmpty());
    }

    private void bindAll(Reference reference) {
        List<Entry> found = services(reference);
        if (reference.isMultiple() && reference.bind().isPresent()) {
            found.forEach(entry -> bind(reference, entry));
        } else if (!found.isEmpty()) {
            bind(reference, found.get(0));
        }
    }

    /** Takes in a service that has come: where one is used, if there was none or it is better. */
    void come(Entry entry) {
        matching(entry)
                .filter(reference -> reference.isMultiple() || isWanted(reference, entry))
                .forEach(reference -> replace(reference, Optional.of(entry)));
    }

    private boolean isWanted(Reference reference, Entry entry) {
        return !used.containsKey(reference)
                || (reference.isGreedy() && services(reference).get(0).equals(entry));
    }

    /** Lets go of a service that has gone, for the next best one where one is used. */
    void go(Entry entry) {
        matching(entry).forEach(reference -> {
            if (reference.isMultiple()) {
                leave(reference, entry);
            } else if (entry.equals(used.get(reference))) {
                replace(reference, services(reference).stream().findFirst());
            }
        });
    }

    private Stream<Reference> matching(Entry entry) {
        return afterConstruction()
                .filter(reference -> ServiceRegistry.matches(entry, reference.service(), reference.target()));
    }

    /** Gives the new one before the old one is taken away. */
    private void replace(Reference reference, Optional<Entry> next) {
        Optional<Entry> before = Optional.ofNullable(used.remove(reference));
        next.ifPresent(entry -> bind(reference, entry));
        before.ifPresent(entry -> leave(reference, entry));
    }

    private void bind(Reference reference, Entry entry) {
        if (!reference.isMultiple()) {
            used.put(reference, entry);
        }
        reference.bind().ifPresent(method -> call(method, entry));
        reference.field().ifPresent(field -> set(field, reference));
    }

    private void leave(Reference reference, Entry entry) {
        reference.unbind().ifPresent(method -> call(method, entry));
        reference.field().ifPresent(field -> set(field, reference));
    }

    private void call(String method, Entry entry) {
        members.call(method, type -> type == Map.class ? entry.properties() : entry.service());
    }

    private void set(String field, Reference reference) {
        List<Object> found = services(reference).stream().map(Entry::service).toList();
        members.set(
                field,
                reference.isMultiple() ? found : found.stream().findFirst().orElse(null));
    }

    private List<Entry> services(Reference reference) {
        return registry.find(reference.service(), reference.target());
    }

    /** Whether the component has a service that it cannot be without. */
    boolean need(Entry entry) {
        return description.needed().stream()
                .anyMatch(reference -> reference.isMultiple()
                        ? ServiceRegistry.matches(entry, reference.service(), reference.target())
                        : entry.equals(used.get(reference)));
    }
}
