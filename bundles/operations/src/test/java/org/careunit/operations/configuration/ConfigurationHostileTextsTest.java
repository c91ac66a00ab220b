package org.careunit.operations.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.HostileLines;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Host;
import org.junit.jupiter.api.Test;

/** Configured values out of hostile texts, by every way there is to read one. */
class ConfigurationHostileTextsTest {

    @interface Keys {
        String key() default "";

        int number() default 5;
    }

    private static final List<BiFunction<Configuration, String, Object>> READERS = List.of(
            Configuration::text,
            Configuration::required,
            Configuration::secret,
            Configuration::list,
            Configuration::path,
            Configuration::file,
            Configuration::flag,
            (read, key) -> read.choice(key, Thread.State.class),
            (read, key) -> read.number(key, 1, 9),
            (read, key) -> read.millis(key, 1, 9));

    @Test
    void hostileValuesAreRefusedInTimeWithTheirKey() {
        for (BiFunction<Configuration, String, Object> reader : READERS) {
            new HostileLines("ldap.example.org, 10.0.0.1:636", READERS.indexOf(reader))
                    .tryAll(HostileLines.TRIES / READERS.size(), text -> readOrRefuse(text, reader));
        }
    }

    private static void readOrRefuse(String text, BiFunction<Configuration, String, Object> reader) {
        Map<String, Object> given = new HashMap<>(Map.of("key", text));
        try {
            assertThat(reader.apply(Configuration.of("test.pid", Keys.class, given), "key"))
                    .isNotNull();
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).startsWith("test.pid: key ").hasSizeLessThan(300);
        }
    }

    @Test
    void hostileKeysAreRefusedInTime() {
        new HostileLines("number", 1).tryAll(HostileLines.TRIES, text -> {
            try {
                Configuration.of("test.pid", Keys.class, Map.of(text, "1"));
            } catch (RefusedException refused) {
                assertThat(refused.getMessage())
                        .startsWith("test.pid: there is no key")
                        .hasSizeLessThan(300);
            }
        });
    }

    @Test
    void hostileListsOfHostsAllowNobodyElse() {
        new HostileLines("a.example.org, *.example.net", 1).tryAll(HostileLines.TRIES / 10, text -> assertThat(
                        new AllowedHosts(Map.of("allowedHosts", text + ", a.example.org"))
                                .allows(Host.of("evil.example.com").orElseThrow()))
                .isFalse());
    }
}
