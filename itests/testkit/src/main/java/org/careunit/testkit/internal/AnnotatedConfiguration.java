package org.careunit.testkit.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Shows a configuration as an instance of its annotation type, with the type's defaults for what is not configured. */
final class AnnotatedConfiguration {

    private AnnotatedConfiguration() {}

    static Object of(Class<?> type, Map<String, Object> configured) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type.asSubclass(Annotation.class)},
                (proxy, method, arguments) -> value(method, configured));
    }

    private static Object value(Method method, Map<String, Object> configured) {
        Object given = configured.get(method.getName().replace('_', '.'));
        if (given == null) {
            return method.getDefaultValue();
        }
        Class<?> type = method.getReturnType();
        String text = String.valueOf(given);
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        return type == long.class ? (Object) Long.valueOf(text) : type == String.class ? text : given;
    }
}
