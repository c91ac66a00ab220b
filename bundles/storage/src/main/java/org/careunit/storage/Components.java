package org.careunit.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.careunit.api.failure.RefusedException;

/** Takes records apart and puts them together. */
final class Components {

    private Components() {}

    /** Whether a record is but a text with a form of its own, such as an e-mail address. */
    static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }

    /** The text of a record that is one. */
    static String text(Record record) {
        return (String) of(record, record.getClass().getRecordComponents()[0]);
    }

    /** One component of a record. */
    static Object of(Object record, RecordComponent component) {
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
    static Object join(Class<?> type, Object... components) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(components);
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
