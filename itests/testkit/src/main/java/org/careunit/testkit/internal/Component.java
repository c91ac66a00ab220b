package org.careunit.testkit.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.testkit.internal.ComponentDescription.Reference;
import org.careunit.testkit.internal.ServiceRegistry.Entry;

/** One component that was put together by its description. */
final class Component {

    private final ComponentDescription description;
    private final ServiceRegistry registry;
    private final Map<String, Object> configuration;
    private final Object instance;

    /** Makes it, from services that are there. */
    Component(ComponentDescription description, ServiceRegistry registry, Map<String, Object> configured) {
        this.description = description;
        this.registry = registry;
        this.configuration = new HashMap<>(description.properties());
        configuration.putAll(configured);
        instance = construct();
        description.references().stream()
                .filter(reference -> reference.parameter().isEmpty())
                .forEach(this::bindAll);
        description.activate().ifPresent(this::call);
    }

    Object instance() {
        return instance;
    }

    ComponentDescription description() {
        return description;
    }

    private Object construct() {
        try {
            Constructor<?> constructor = constructor(Class.forName(description.type()));
            constructor.setAccessible(true);
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (Reference reference : description.references()) {
                reference.parameter().ifPresent(place -> arguments[place] = argument(reference));
            }
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = arguments[i] == null ? configured(constructor.getParameterTypes()[i]) : arguments[i];
            }
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException failure) {
            throw failed("cannot be made", failure);
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

    private Object argument(Reference reference) {
        List<Object> found = services(reference).stream().map(Entry::service).toList();
        return reference.isMultiple() ? found : found.get(0);
    }

    private List<Entry> services(Reference reference) {
        return registry.find(reference.service(), reference.target());
    }

    private Object configured(Class<?> type) {
        return type.isAnnotation() ? AnnotatedConfiguration.of(type, configuration) : Map.copyOf(configuration);
    }

    private void bindAll(Reference reference) {
        List<Entry> found = services(reference);
        if (reference.isMultiple() && reference.bind().isPresent()) {
            found.forEach(entry -> bind(reference, entry));
        } else if (!found.isEmpty()) {
            bind(reference, found.get(0));
        }
    }

    /** Takes in a service that has come. */
    void come(Entry entry) {
        matching(entry)
                .filter(reference ->
                        reference.isMultiple() || services(reference).size() == 1)
                .forEach(reference -> bind(reference, entry));
    }

    /** Lets go of a service that is about to go. */
    void go(Entry entry) {
        matching(entry).forEach(reference -> {
            reference.unbind().ifPresent(method -> call(method, entry));
            reference.field().ifPresent(field -> set(field, reference));
        });
    }

    private Stream<Reference> matching(Entry entry) {
        return description.references().stream()
                .filter(reference -> reference.parameter().isEmpty())
                .filter(reference -> ServiceRegistry.matches(entry, reference.service(), reference.target()));
    }

    private void bind(Reference reference, Entry entry) {
        reference.bind().ifPresent(method -> call(method, entry));
        reference.field().ifPresent(field -> set(field, reference));
    }

    private void set(String name, Reference reference) {
        try {
            Field field = instance.getClass().getDeclaredField(name);
            field.setAccessible(true);
            List<Object> found =
                    services(reference).stream().map(Entry::service).toList();
            field.set(
                    instance,
                    reference.isMultiple() ? found : found.stream().findFirst().orElse(null));
        } catch (ReflectiveOperationException failure) {
            throw failed("cannot be given " + reference.service(), failure);
        }
    }

    private void call(String name, Entry entry) {
        Method method = method(name);
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            arguments.add(type == Map.class ? entry.properties() : entry.service());
        }
        invoke(method, arguments.toArray());
    }

    private void call(String name) {
        Method method = method(name);
        invoke(
                method,
                Stream.of(method.getParameterTypes()).map(this::configured).toArray());
    }

    /** Ends it. */
    void close() {
        description.deactivate().ifPresent(name -> invoke(method(name)));
    }

    private Method method(String name) {
        return Stream.of(instance.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .findFirst()
                .orElseThrow(() -> failed("has no method " + name, null));
    }

    private void invoke(Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            method.invoke(instance, arguments);
        } catch (ReflectiveOperationException failure) {
            throw failed("failed in " + method.getName(), failure);
        }
    }

    private IllegalStateException failed(String how, Throwable why) {
        Throwable cause = why instanceof InvocationTargetException wrapped ? wrapped.getCause() : why;
        return new IllegalStateException("Component " + description.type() + " " + how, cause);
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
        return Optional.of(description.type()).get();
    }
}
