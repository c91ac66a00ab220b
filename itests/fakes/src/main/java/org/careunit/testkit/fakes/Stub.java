package org.careunit.testkit.fakes;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Makes implementations of contracts of which a test needs one or two methods. */
public final class Stub {

    private Stub() {}

    /**
     * Answers calls of one method, and fails for every other, naming it.
     *
     * @param answer from the call's arguments
     */
    public static <T> T of(Class<T> contract, String method, Function<Object[], Object> answer) {
        return of(contract, Map.of(method, answer));
    }

    /** Answers calls of some methods, each from the call's arguments, and fails for every other, naming it. */
    public static <T> T of(Class<T> contract, Map<String, Function<Object[], Object>> answers) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, arguments) -> {
                    Function<Object[], Object> answer = answers.get(called.getName());
                    if (answer != null) {
                        return answer.apply(arguments);
                    }
                    if (called.getDeclaringClass() == Object.class) {
                        return ofObject(contract, proxy, called.getName(), arguments);
                    }
                    throw new UnsupportedOperationException(called.toString());
                }));
    }

    private static Object ofObject(Class<?> contract, Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Stub of " + contract.getSimpleName();
        };
    }
}
