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
import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySettingsReaderTest {

    private static final Pattern KEY = Pattern.compile("(?m)^#? ?([.\\w]+) = ");

    @Test
    void readsTheDefaults() {
        DirectorySettings settings = Configs.read(Map.of());

        assertThat(settings.login()).isEmpty();
        assertThat(settings.keeping()).isEqualTo(DirectorySettings.CacheTimes.DEFAULT);
        assertThat(settings.search().answer()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsSeveralServers() {
        DirectorySettings settings = Configs.read(Map.of("host", "a.example.org, [::1]:1389", "security", "starttls"));

        assertThat(settings.login().orElseThrow().endpoint().hosts())
                .containsExactly(new Host("a.example.org", Optional.of(389)), new Host("::1", Optional.of(1389)));
        assertThat(settings.login().orElseThrow().endpoint().address()).isEqualTo("a.example.org:389, [::1]:1389");
    }

    @Test
    void readsValuesAsTheyArePasted() {
        DirectorySettings settings = Configs.read(Map.of(
                "host", " ek.example.org\u00A0",
                "user", "cn=careunit,c=SE ",
                ".password", " with blanks \n",
                "connections", "\u200B8",
                "baseDn", "\uFEFFo=Region,c=SE"));

        assertThat(settings.login().orElseThrow().endpoint().login())
                .contains(new Endpoint.Login("cn=careunit,c=SE", " with blanks "));
        assertThat(settings.login().orElseThrow().connections()).isEqualTo(8);
        assertThat(settings.search().baseDn()).isEqualTo("o=Region,c=SE");
    }

    @ParameterizedTest
    @CsvSource({
        "security, none, security",
        "security, plain, security",
        "host, http://ek.example.org, host",
        "host, e k, host",
        "trustedCertificates, /nowhere/at/all.pem, trustedCertificates",
        "trustedCertificates, /dev/zero, trustedCertificates",
        "user, nonsense, .password",
        "user, cn=x, .password",
        "baseDn, nonsense, baseDn",
        "staffFilter, (nonsense, staffFilter",
        "attributes, nickName=x, attributes",
        "attributes, mail, attributes",
        "attributes, mail=*)(x, attributes",
        "url, ldaps://ek.example.org, there is no key 'url'",
    })
    void namesTheKeyThatIsWrong(String key, String value, String named) {
        refuses(Map.of(key, value), named);
    }

    @ParameterizedTest
    @CsvSource({
        "connections, 0", "connections, 51", "answerMillis, 99", "answerMillis, 60001", "connectMillis, soon",
        "pageSize, 0", "pageSize, 1001", "cacheMinutes, -1", "cacheMinutes, 1441", "staleHours, 721",
        "cacheEntries, 99", "port, 65536"
    })
    void namesTheNumberThatIsWrong(String key, String value) {
        refuses(Map.of(key, value), key);
    }

    @Test
    void namesAUserThatIsNoDn() {
        refuses(Map.of("user", "careunit", ".password", "x"), "user must be a DN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]:1389", "127.1.2.3:389"})
    void allowsPlainTextToThisMachineAlone(String host) {
        assertThat(Configs.read(Map.of("host", host, "security", "plain")).login())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1.example.org",
                "0.0.0.0",
                "10.0.0.1",
                "ip6-localhost",
                "127.0.0.1, ek.example.org"
            })
    void aNameIsNeverThisMachine(String host) {
        refuses(Map.of("host", host, "security", "plain"), "security");
    }

    @Test
    void goesToAllowedHostsAlone() {
        AllowedHosts some = new AllowedHosts(Map.of("allowedHosts", "*.example.org, 127.0.0.1"));

        assertThat(DirectorySettingsReader.read(Map.of("host", "EK.example.org"), some)
                        .login())
                .isPresent();
        assertThatThrownBy(() -> DirectorySettingsReader.read(Map.of("host", "ek.example.org.evil.example"), some))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("careunit.outgoing");
    }

    private static void refuses(Map<String, Object> values, String named) {
        Map<String, Object> all = new HashMap<>(Map.of("host", "ek.example.org"));
        all.putAll(values);
        assertThatThrownBy(() -> Configs.read(all))
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
