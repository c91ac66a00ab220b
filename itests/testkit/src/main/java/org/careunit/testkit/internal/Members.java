package org.careunit.testkit.internal;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calls methods and sets fields of a component by their names, also those that are not public. */
final class Members {

    private final Object instance;

    Members(Object instance) {
        this.instance = instance;
    }

    /** @param argument gives a parameter's value by its type */
    void call(String name, Function<Class<?>, Object> argument) {
        Method method = Stream.of(instance.getClass().getDeclaredMethods())
                .filter(one -> one.getName().equals(name) && !one.isBridge())
                .findFirst()
                .orElseThrow(() -> failed(instance.getClass().getName(), "has no method " + name, null));
        try {
            method.setAccessible(true);
            method.invoke(
                    instance,
                    Stream.of(method.getParameterTypes()).map(argument).toArray());
        } catch (ReflectiveOperationException failure) {
            throw failed(instance.getClass().getName(), "failed in " + name, failure);
        }
    }

    void set(String name, Object value) {
        try {
            Field field = instance.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(instance, value);
        } catch (ReflectiveOperationException failure) {
            throw failed(instance.getClass().getName(), "has no field " + name, failure);
        }
    }

    static IllegalStateException failed(String type, String how, Throwable why) {
        Throwable cause = why instanceof InvocationTargetException wrapped ? wrapped.getCause() : why;
        return new IllegalStateException("Component " + type + " " + how, cause);
    }
}
