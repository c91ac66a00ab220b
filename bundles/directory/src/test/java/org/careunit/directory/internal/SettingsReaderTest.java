package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.directory.internal.Settings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final Pattern KEY = Pattern.compile("(?m)^#? ?([.\\w]+) = ");

    @Test
    void readsTheDefaults() {
        Settings settings = SettingsReader.read(Configs.of(Map.of()));

        assertThat(settings.login()).isEmpty();
        assertThat(settings.keeping()).isEqualTo(Settings.Keeping.DEFAULT);
        assertThat(settings.search().timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsSeveralServers() {
        Settings settings = SettingsReader.read(
                Configs.of(Map.of("url", "ldaps://a.example.org, ldap://[::1]:1389", "startTls", true)));

        assertThat(settings.login().orElseThrow().servers())
                .isEqualTo(List.of(new Server("a.example.org", 636, true), new Server("::1", 1389, false)));
        assertThat(settings.login().orElseThrow().address()).isEqualTo("ldaps://a.example.org:636, ldap://[::1]:1389");
    }

    @ParameterizedTest
    @CsvSource({
        "url, ldap://ek.example.org, url",
        "url, http://ek.example.org, url",
        "url, ek.example.org, url",
        "url, ldaps://ek.example.org/o=x, url",
        "url, ldaps://e k, url",
        "trustedCertificates, /nowhere/at/all.pem, trustedCertificates",
        "bindDn, nonsense, bindDn",
        "bindDn, cn=x, .password",
        "baseDn, nonsense, baseDn",
        "staffFilter, (nonsense, staffFilter",
        "unitFilter, '', unitFilter",
        "attributes, nickName=x, attributes",
        "attributes, mail, attributes",
        "attributes, mail=*)(x, attributes",
    })
    void namesTheKeyThatIsWrong(String key, String value, String named) {
        refuses(Map.of(key, value), named);
    }

    @ParameterizedTest
    @CsvSource({
        "connections, 0", "connections, 51", "timeoutMillis, 99", "timeoutMillis, 60001", "pageSize, 0",
        "pageSize, 1001", "cacheMinutes, -1", "cacheMinutes, 1441", "staleHours, 721", "cacheEntries, 99"
    })
    void namesTheNumberThatIsWrong(String key, int value) {
        refuses(Map.of(key, value), key);
    }

    @Test
    void namesTheKeyThatIsNotOfItsType() {
        refuses(Map.of("timeoutMillis", new IllegalArgumentException("no number: soon")), "timeoutMillis");
    }

    @Test
    void allowsPlainTextToThisMachineAlone() {
        refuses(Map.of("url", "ldap://ek.example.org", "plain", true), "url");
        refuses(Map.of("url", "ldap://localhost"), "url");
        assertThat(SettingsReader.read(Configs.of(Map.of("url", "ldap://127.0.0.1:389", "plain", true)))
                        .login())
                .isPresent();
    }

    private static void refuses(Map<String, Object> values, String named) {
        Map<String, Object> all = new HashMap<>(Map.of("url", "ldaps://ek.example.org"));
        all.putAll(values);
        assertThatThrownBy(() -> SettingsReader.read(Configs.of(all)))
                .isInstanceOf(RefusedException.class)
                .hasNoCause()
                .hasMessageStartingWith("careunit.directory: ")
                .hasMessageContaining(named);
    }

    @Test
    void shipsAFileWithAllKeysAndNoOthers() throws Exception {
        String file = Files.readString(Path.of("src/main/cfg/careunit.directory.cfg"));
        List<String> keys = Arrays.stream(DirectoryConfig.class.getDeclaredMethods())
                .map(method -> method.getName().replaceFirst("^_", "."))
                .toList();

        assertThat(KEY.matcher(file).results().map(key -> key.group(1))).containsExactlyInAnyOrderElementsOf(keys);
    }
}
