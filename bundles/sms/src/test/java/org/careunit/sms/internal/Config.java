package org.careunit.sms.internal;

import java.util.HashMap;
import java.util.Map;
import org.careunit.operations.connection.AllowedHosts;

/** A configuration for tests, as a file would give it: what a test sets. */
public final class Config {

    private final Map<String, Object> values = new HashMap<>();

    public static Config empty() {
        return new Config();
    }

    /** For an SMS centre on this machine, without TLS, that may take a second. */
    public static Config plain(int port) {
        return empty().with("host", "127.0.0.1")
                .with("port", port)
                .with("security", "plain")
                .with("user", "careunit")
                .with(".password", "secret")
                .with("sender", "Careunit")
                .with("connectMillis", 2000)
                .with("answerMillis", 1000);
    }

    /** As {@link #plain}, for a gateway over HTTP. */
    public static Config http(int port) {
        return plain(port).with("protocol", "http");
    }

    /** @param key as it stands in a file */
    public Config with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    SmsSettings read() {
        return SmsSettingsReader.read(values, AllowedHosts.ALL);
    }
}
