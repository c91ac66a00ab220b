package org.careunit.directory.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.careunit.itests.peers.DirectoryPeer;

/** Configurations as Declarative Services would make them: the defaults, and what a test sets. */
final class Configs {

    private Configs() {}

    /** @param values by the methods' names */
    static DirectoryConfig of(Map<String, Object> values) {
        return (DirectoryConfig) Proxy.newProxyInstance(
                DirectoryConfig.class.getClassLoader(),
                new Class<?>[] {DirectoryConfig.class},
                (proxy, method, arguments) -> value(method, values));
    }

    private static Object value(Method method, Map<String, Object> values) {
        Object value = values.getOrDefault(method.getName(), method.getDefaultValue());
        if (value instanceof RuntimeException conversion) {
            throw conversion;
        }
        return value;
    }

    /** For a peer, without TLS. */
    static DirectoryConfig plain(DirectoryPeer peer, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "url", peer.url(),
                "plain", true,
                "bindDn", DirectoryPeer.USER,
                "_password", DirectoryPeer.PASSWORD,
                "baseDn", DirectoryPeer.BASE));
        values.putAll(more);
        return of(values);
    }
}
