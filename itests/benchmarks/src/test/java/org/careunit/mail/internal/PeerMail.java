package org.careunit.mail.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** The mail adapter, configured for a mail server on this machine without TLS and login. */
public final class PeerMail {

    private PeerMail() {}

    public static MailRoutes routes(int port) {
        Map<String, Object> values =
                Map.of("host", "localhost", "port", port, "security", "plain", "from", "noreply@example.org");
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
