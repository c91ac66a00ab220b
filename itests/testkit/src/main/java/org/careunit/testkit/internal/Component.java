package org.careunit.testkit.internal;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careunit.testkit.internal.ComponentDescription.Reference;
import org.careunit.testkit.internal.ServiceRegistry.Entry;

/** One component that was put together by its description. */
final class Component {

    private final ComponentDescription description;
    private final Map<String, Object> configuration;
    private final References references;
    private final Object instance;
    private final Members members;

    /** Makes it, from services that are there. */
    Component(ComponentDescription description, ServiceRegistry registry, Map<String, Object> configured) {
        this.description = description;
        configuration = new HashMap<>(description.properties());
        configuration.putAll(configured);
        references = new References(description, registry);
        instance = construct();
        members = new Members(instance);
        references.giveTo(members);
        description.activate().ifPresent(name -> members.call(name, this::configured));
    }

    Object instance() {
        return instance;
    }

    private Object construct() {
        try {
            Constructor<?> constructor = constructor(Class.forName(description.type()));
            constructor.setAccessible(true);
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (Reference reference : description.references()) {
                reference.parameter().ifPresent(place -> arguments[place] = references.argument(reference));
            }
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = arguments[i] == null ? configured(constructor.getParameterTypes()[i]) : arguments[i];
            }
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException failure) {
            throw Members.failed(description.type(), "cannot be made", failure);
        }
    }

    /** The public one with parameters of the described types, as its description has no other word for it. */
    private Constructor<?> constructor(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .filter(this::fits)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No constructor of " + type + " fits its description"));
    }

    private boolean fits(Constructor<?> constructor) {
        Class<?>[] types = constructor.getParameterTypes();
        List<Reference> given = description.references().stream()
                .filter(reference -> reference.parameter().isPresent())
                .toList();
        int others = types.length - given.size();
        return others >= 0
                && others <= 1
                && given.stream().allMatch(reference -> fits(types, reference))
                && (others == 0 || Stream.of(types).anyMatch(type -> type == Map.class || type.isAnnotation()));
    }

    private static boolean fits(Class<?>[] types, Reference reference) {
        int place = reference.parameter().orElseThrow();
        return place < types.length
                && (reference.isMultiple()
                        ? types[place].isAssignableFrom(List.class)
                        : types[place].getName().equals(reference.service()));
    }

    private Object configured(Class<?> type) {
        return type.isAnnotation() ? AnnotatedConfiguration.of(type, configuration) : Map.copyOf(configuration);
    }

    /** Takes in a service that has come. */
    void come(Entry entry) {
        references.come(entry);
    }

    /** Lets go of a service that has gone. */
    void go(Entry entry) {
        references.go(entry);
    }

    /** Whether it has a service that it cannot be without. */
    boolean needs(Entry entry) {
        return references.need(entry);
    }

    /** Ends it. */
    void close() {
        description.deactivate().ifPresent(name -> members.call(name, this::configured));
    }

    /** What keeps a component from being made: the services that are not there. */
    static List<String> missing(ComponentDescription description, ServiceRegistry registry) {
        return description.needed().stream()
                .filter(reference ->
                        registry.find(reference.service(), reference.target()).isEmpty())
                .map(reference -> reference.service() + reference.target().orElse(""))
                .toList();
    }

    @Override
    public String toString() {
        return description.type();
    }
}
