package org.careunit.notifications.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stands for a contract of which one method matters, so that the contract's other methods need no bodies in the tests. */
final class Only {

    private Only() {}

    /**
     * Answers calls of one method, and fails for every other, which is then named.
     *
     * @param answer from the call's arguments
     */
    static <T> T answers(Class<T> contract, String method, Function<Object[], Object> answer) {
        return answers(contract, Map.of(method, answer));
    }

    /** Answers calls of some methods, each from the call's arguments, and fails for every other, which is then named. */
    static <T> T answers(Class<T> contract, Map<String, Function<Object[], Object>> answers) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, arguments) -> {
                    Function<Object[], Object> answer = answers.get(called.getName());
                    if (answer != null) {
                        return answer.apply(arguments);
                    }
                    throw new UnsupportedOperationException(called.toString());
                }));
    }
}
