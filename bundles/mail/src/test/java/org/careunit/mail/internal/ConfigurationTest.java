package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "port, -1",
        "port, 65536",
        "port, smtp",
        "security, none",
        "trustedCertificates, /nowhere/at/all.pem",
        "trustedCertificates, /dev/zero",
        "user, careunit",
        "from, nobody",
        "from, ''",
        "bounceAddress, nobody",
        "ehloName, a b",
        "host, 'a.example.org, b.example.org'",
        "connectMillis, 99",
        "answerMillis, 300001",
        "connections, 0",
        "messagesPerConnection, 0",
        "idleSeconds, 0",
        "trustFile, /etc/x.pem",
    })
    void aWrongValueIsReportedByItsKey(String key, String value) {
        Config config = Config.plain(25).with("security", "starttls").with(key, value);

        refused(config, "careunit.mail: ", key.equals("user") ? ".password" : key);
    }

    private static void refused(Config config, String... words) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(config::read)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    @ParameterizedTest
    @CsvSource({"fromName", "user", ".password", "ehloName"})
    void aControlCharacterIsRefused(String key) {
        Config config = Config.empty()
                .with("host", "mail.example.test")
                .with("from", "noreply@example.org")
                .with("user", "u")
                .with(".password", "p")
                .with(key, "a\r\nBcc: x@example.test");

        refused(config, key + " has a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "localhost", "127.0.0.1.nip.example", "0.0.0.0"})
    void plainIsForThisMachineOnly(String host) {
        refused(Config.plain(25).with("host", host), "security", "127.0.0.1");
    }

    @Test
    void aFileWithoutCertificatesIsReported() throws IOException {
        Path file = Files.createTempFile("trust", ".pem");

        refused(Config.plain(25).with("trustedCertificates", file.toString()), "trustedCertificates");
    }

    @Test
    void withoutAHostMessagesWait() throws Exception {
        try (MailFixture bench = new MailFixture(Config.empty())) {
            assertThat(bench.gateway.isSetUp()).isFalse();
            DeliveryResult rests = bench.send();
            assertThat(rests.status()).isEqualTo(DeliveryStatus.UNAVAILABLE);
            assertThat(rests.reason()).contains("'host'");
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(bench.gateway::check);
        }
    }

    @Test
    void noSecretIsPrinted() {
        MailSettings settings =
                Config.plain(25).with("user", "u").with(".password", "canary").read();

        assertThat(settings.toString()).doesNotContain("canary");
    }

    @Test
    void theFileHasTheKeysOfTheMetatype() throws IOException {
        String file = Files.readString(Path.of("src/main/cfg/careunit.mail.cfg"));

        assertThat(Pattern.compile("(?m)^# ([.\\w]+) =").matcher(file).results().map(MatchResult::group))
                .containsExactlyInAnyOrder(Arrays.stream(MailConfig.class.getDeclaredMethods())
                        .map(Method::getName)
                        .map(name -> "# " + name.replace('_', '.') + " =")
                        .toArray(String[]::new));
    }
}
