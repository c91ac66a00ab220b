package org.careunit.mail.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration for tests: the defaults, and what a test sets. */
final class Config {

    private final Map<String, Object> values = new HashMap<>();

    static Config empty() {
        return new Config();
    }

    /** For a mail server on this machine, without TLS and login, that may take half a second. */
    static Config plain(int port) {
        return empty().with("host", "localhost")
                .with("port", port)
                .with("security", "plain")
                .with("from", "noreply@example.org")
                .with("connectMillis", 2000)
                .with("answerMillis", 500);
    }

    /** @param key as it stands in a file */
    Config with(String key, Object value) {
        values.put(key.replace('.', '_'), value);
        return this;
    }

    MailConfig read() {
        return (MailConfig) Proxy.newProxyInstance(
                MailConfig.class.getClassLoader(),
                new Class<?>[] {MailConfig.class},
                (proxy, method, none) -> value(method));
    }

    private Object value(Method key) {
        return values.getOrDefault(key.getName(), key.getDefaultValue());
    }
}
