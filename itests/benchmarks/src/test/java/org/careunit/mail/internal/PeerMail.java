package org.careunit.mail.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** The mail adapter, configured for a mail server on this machine without TLS and login. */
public final class PeerMail {

    private PeerMail() {}

    public static MailRoutes routes(int port) {
        return routes(Map.of("port", port));
    }

    /** @param connections the most at once */
    public static MailRoutes routes(int port, int connections) {
        return routes(Map.of("port", port, "connections", connections));
    }

    private static MailRoutes routes(Map<String, Object> special) {
        Map<String, Object> values =
                new HashMap<>(Map.of("host", "localhost", "security", "plain", "from", "noreply@example.org"));
        values.putAll(special);
        return new MailRoutes(
                (MailConfig) Proxy.newProxyInstance(
                        MailConfig.class.getClassLoader(),
                        new Class<?>[] {MailConfig.class},
                        (proxy, method, none) -> value(values, method)),
                new MailFigures());
    }

    private static Object value(Map<String, Object> values, Method key) {
        return values.getOrDefault(key.getName(), key.getDefaultValue());
    }
}
