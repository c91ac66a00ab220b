package org.careunit.notifications.internal;

import java.lang.reflect.Proxy;
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
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.apply(arguments);
                    }
                    throw new UnsupportedOperationException(called.toString());
                }));
    }
}
