package org.careunit.testkit.internal;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.careunit.testkit.internal.ServiceRegistry.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the components of bundles together by their descriptions, as Declarative Services do in a container, without
 * one. A component is made as soon as what it needs is there, and stays until the end; optional services come and go.
 */
public final class Container implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final ServiceRegistry registry = new ServiceRegistry();
    private final List<Component> components = new ArrayList<>();
    private final List<BiConsumer<Object, Map<String, Object>>> onService = new ArrayList<>();
    private final Set<String> replaced;

    /** @param replaced names of component classes that are not made, since the caller registers their services */
    public Container(Set<String> replaced) {
        this.replaced = Set.copyOf(replaced);
    }

    /** The services that are there. */
    public ServiceRegistry services() {
        return registry;
    }

    /** Has each service that comes given to somebody, too, with its properties. */
    public void onService(BiConsumer<Object, Map<String, Object>> listener) {
        onService.add(listener);
    }

    /**
     * Registers a service.
     *
     * @return removes it again; fails if a component cannot be without it
     */
    public synchronized Runnable register(Set<String> interfaces, Object service, Map<String, Object> properties) {
        Entry entry = registry.add(interfaces, service, properties);
        List.copyOf(components).forEach(component -> component.come(entry));
        onService.forEach(listener -> listener.accept(service, properties));
        return () -> unregister(entry);
    }

    /**
     * Makes a component of the module under test by its only public constructor, from services and, where that takes
     * classes, from components that are made likewise; each class once.
     */
    public <T> T component(Class<T> type) {
        Optional<T> present = registry.first(type);
        if (present.isPresent()) {
            return present.get();
        }
        if (type.isInterface()) {
            throw new IllegalArgumentException("There is no service " + type.getName());
        }
        Constructor<?> constructor = type.getConstructors()[0];
        Object[] parts =
                Stream.of(constructor.getParameterTypes()).map(this::component).toArray();
        try {
            T made = type.cast(constructor.newInstance(parts));
            register(Set.of(type.getName()), made, Map.of());
            return made;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(type.getName() + " cannot be made", failure);
        }
    }

    private synchronized void unregister(Entry entry) {
        components.stream()
                .filter(component -> component.needs(entry))
                .findFirst()
                .ifPresent(needing -> {
                    throw new IllegalStateException(needing + " cannot be without it");
                });
        registry.remove(entry);
        components.forEach(component -> component.go(entry));
    }

    /**
     * Makes all components of bundles that can be made.
     *
     * @param configurations by their names
     */
    public synchronized void start(Set<String> bundles, Map<String, Map<String, Object>> configurations) {
        List<ComponentDescription> waiting = new ArrayList<>(ComponentDescriptions.of(bundles));
        waiting.removeIf(description -> replaced.contains(description.type()));
        waiting.removeIf(description -> description.needsConfiguration()
                && description.pid().filter(configurations::containsKey).isEmpty());
        while (makeSome(waiting, false, configurations) || makeSome(waiting, true, configurations)) {
            // what was made lets others be made
        }
        waiting.forEach(description -> LOG.debug(
                "Component {} is not made, for want of {}",
                description.type(),
                Component.missing(description, registry)));
    }

    /** Those that take all services of a kind wait until no others can be made; then one of them is. */
    private boolean makeSome(
            List<ComponentDescription> waiting, boolean thatTakeAll, Map<String, Map<String, Object>> configurations) {
        List<ComponentDescription> ready = waiting.stream()
                .filter(description -> description.takesAll() == thatTakeAll)
                .filter(description -> Component.missing(description, registry).isEmpty())
                .limit(thatTakeAll ? 1 : waiting.size())
                .toList();
        waiting.removeAll(ready);
        ready.forEach(description -> make(
                description,
                description
                        .pid()
                        .map(pid -> configurations.getOrDefault(pid, Map.of()))
                        .orElse(Map.of())));
        return !ready.isEmpty();
    }

    private void make(ComponentDescription description, Map<String, Object> configuration) {
        Component made = new Component(description, registry, configuration);
        components.add(made);
        if (!description.services().isEmpty()) {
            register(Set.copyOf(description.services()), made.instance(), description.properties());
        }
    }

    /** Ends the components, the last first. */
    @Override
    public synchronized void close() {
        for (int i = components.size() - 1; i >= 0; i--) {
            try {
                components.get(i).close();
            } catch (RuntimeException failure) {
                LOG.warn("A component could not be ended", failure);
            }
        }
        components.clear();
    }
}
