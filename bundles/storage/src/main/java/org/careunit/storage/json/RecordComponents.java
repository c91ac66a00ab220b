package org.careunit.storage.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.failure.RefusedException;

/**
 * Reads the components of records and creates records from them. Classes are analysed once; the result is kept per
 * instance, so that classes of stopped bundles are not retained. Safe for use by many threads.
 */
final class RecordComponents {

    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    /** What a record's class says. */
    private record Shape(List<RecordComponent> components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException unexpected) {
                throw new IllegalStateException("The record " + type + " cannot be made", unexpected);
            }
        }
    }

    private Shape shape(Class<?> type) {
        Shape known = shapes.get(type);
        return known == null ? shapes.computeIfAbsent(type, Shape::of) : known;
    }

    /** The components of a record, in their order. */
    List<RecordComponent> of(Class<?> type) {
        return shape(type).components();
    }

    /** Whether a class is a record that is written as a text, such as an e-mail address. */
    boolean isText(Class<?> type) {
        return type.isRecord() && isOneText(of(type));
    }

    private static boolean isOneText(List<RecordComponent> components) {
        return components.size() == 1
                && components.get(0).getName().equals("value")
                && components.get(0).getType() == String.class;
    }

    /** The text of a record that is one. */
    String text(Record record) {
        return (String) value(record, of(record.getClass()).get(0));
    }

    /** One component of a record. */
    static Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unexpected) {
            throw new IllegalStateException("The component " + component + " cannot be read", unexpected);
        }
    }

    /**
     * A record of these components.
     *
     * @throws RefusedException as the record's constructor does
     */
    Object join(Class<?> type, Object... components) {
        try {
            return shape(type).constructor().newInstance(components);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RefusedException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The record " + type + " cannot be made", thrown);
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException("The record " + type + " cannot be made", unexpected);
        }
    }
}
