package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "port, 0",
        "port, 65536",
        "security, none",
        "trustFile, /nowhere/at/all.pem",
        "user, careunit",
        "from, nobody",
        "from, ''",
        "bounceAddress, nobody",
        "connectMillis, 99",
        "answerMillis, 300001",
        "connections, 0",
        "messagesPerConnection, 0",
        "idleSeconds, 0",
    })
    void aWrongValueIsReportedByItsKey(String key, String value) {
        Config config = Config.plain(25).with(key, value.matches("\\d+") ? (Object) Integer.valueOf(value) : value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettingsReader.read(config.read()))
                .withMessageContaining(key.equals("user") ? "'.password'" : "'" + key + "'");
    }

    @ParameterizedTest
    @CsvSource({"host", "fromName", "user", ".password"})
    void aControlCharacterIsRefused(String key) {
        Config config = Config.empty()
                .with("host", "mail.example.test")
                .with("from", "noreply@example.org")
                .with("user", "u")
                .with(".password", "p")
                .with(key, "a\r\nBcc: x@example.test");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettingsReader.read(config.read()))
                .withMessageContaining("'" + key + "'")
                .withMessageNotContaining("Bcc");
    }

    @Test
    void plainIsForThisMachineOnly() {
        Config config = Config.plain(25).with("host", "192.0.2.1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettingsReader.read(config.read()))
                .withMessageContaining("'security'");
    }

    @Test
    void aTrustFileWithoutCertificatesIsReported() throws IOException {
        Path file = Files.createTempFile("trust", ".pem");
        MailRoutes routes = new MailRoutes(
                Config.plain(25).with("trustFile", file.toString()).read(), new MailFigures());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestRoutes(routes))
                .withMessageContaining("'trustFile'");
        assertThat(routes.fault()).contains("'trustFile'");
    }

    @Test
    void withoutAHostMessagesWait() throws Exception {
        try (Bench bench = new Bench(Config.empty())) {
            assertThat(bench.gateway.isSetUp()).isFalse();
            DeliveryResult rests = bench.send();
            assertThat(rests.status()).isEqualTo(DeliveryStatus.UNAVAILABLE);
            assertThat(rests.reason()).contains("'host'");
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(bench.gateway::check);
        }
    }

    @Test
    void noSecretIsPrinted() {
        MailSettings settings = MailSettingsReader.read(Config.plain(25)
                        .with("user", "u")
                        .with(".password", "canary")
                        .read())
                .orElseThrow();

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
