package org.careunit.mail.internal;

import java.util.HashMap;
import java.util.Map;
import org.careunit.operations.connection.AllowedHosts;

/** A configuration for tests, as a file would give it: what a test sets. */
public final class Config {

    private final Map<String, Object> values = new HashMap<>();

    public static Config empty() {
        return new Config();
    }

    /** For a mail server on this machine, without TLS and login, that may take half a second. */
    public static Config plain(int port) {
        return empty().with("host", "127.0.0.1")
                .with("port", port)
                .with("security", "plain")
                .with("from", "noreply@example.org")
                .with("connectMillis", 2000)
                .with("answerMillis", 500);
    }

    /** @param key as it stands in a file */
    public Config with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    public MailSettings read() {
        return MailSettingsReader.read(values, AllowedHosts.ALL);
    }
}
