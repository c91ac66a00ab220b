package org.careunit.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.journal.internal.JournalSettings.Transport;
import org.careunit.journal.internal.hl7.Hl7Charset;
import org.careunit.journal.internal.hl7.MdmMessage.Receiver;
import org.careunit.operations.connection.AllowedHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalSettingsReaderTest {

    private static final String UNIT = "SE1111111111-A1B2";

    @TempDir
    Path folder;

    @Test
    void withoutAHostItIsNotSetUp() {
        assertThat(read(Map.of("units", UNIT)).server()).isEmpty();
    }

    @Test
    void unitsAreReadAsTheyArePasted() {
        assertThat(read(Map.of("units", "se2222222222\u2013b2, " + UNIT)).units())
                .containsExactly(HsaId.of(UNIT), HsaId.of("SE2222222222-B2"));
    }

    @Test
    void portsDependOnTransportAndSecurity() {
        assertThat(address("fhir", "tls")).isEqualTo("journal.example.org:443");
        assertThat(address("hl7", "tls")).isEqualTo("journal.example.org:2575");
        assertThat(read(given("host", "127.0.0.1", "security", "plain"))
                        .server()
                        .orElseThrow()
                        .endpoint()
                        .address())
                .isEqualTo("127.0.0.1:80");
    }

    private static String address(String transport, String security) {
        return server("transport", transport, "security", security).endpoint().address();
    }

    @Test
    void eachTransportHasItsOwnKeys() {
        assertThat(server("path", "/fhir/r4/").transport()).isEqualTo(new Transport.Fhir("/fhir/r4"));
        assertThat(server("transport", "HL7", "application", "JOURNAL", "facility", "VARD", "charset", "latin_1")
                        .transport())
                .isEqualTo(new Transport.Hl7(new Receiver("JOURNAL", "VARD", Hl7Charset.LATIN_1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "units; ; units must name one unit",
                "units; VC Norr; units must be HSA-ids",
                "transport; rest; transport must be fhir or hl7",
                "security; starttls; security must be tls or plain",
                "security; plain; plain is for this machine only",
                "host; a.example.org, b.example.org; host must be one host",
                "path; /fhir?x=1; path must be a path",
                "path; /../x y; path must be a path",
                "resident; true; resident must be false",
                "clientCertificate; /nowhere.p12; clientCertificate must be a file",
                "answerMillis; 5; answerMillis must be a whole number",
                "unit; SE1; there is no key 'unit'"
            })
    void whatIsWrongIsNamed(String key, String value, String refusal) {
        Map<String, Object> given = given(key, value == null ? "" : value);
        assertThatThrownBy(() -> read(given))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(refusal);
    }

    @Test
    void hl7HasNoLogin() {
        Map<String, Object> given = given("transport", "hl7", "user", "careunit", ".password", "secret");
        assertThatThrownBy(() -> read(given)).hasMessageContaining("user must be empty");
    }

    @Test
    void onlyAllowedHostsAreTaken() {
        AllowedHosts allowed = new AllowedHosts(Map.of("allowedHosts", "other.example.org"));
        Map<String, Object> given = given();
        assertThatThrownBy(() -> JournalSettingsReader.read(given, allowed)).hasMessageContaining("host is not among");
    }

    @Test
    void mutualTlsMayNameTheResident() throws Exception {
        String file = certificate("one").toString();
        JournalSettings.Server server =
                server("clientCertificate", file, ".clientPassword", "for-tests-only", "resident", "true");
        assertThat(server.namesResident()).isTrue();
        assertThat(server.toString()).doesNotContain("for-tests-only");
        Map<String, Object> locked = given("clientCertificate", file, ".clientPassword", "wrong");
        assertThatThrownBy(() -> read(locked)).hasMessageContaining("one key that its password opens");
        Map<String, Object> plain = given(
                "host",
                "127.0.0.1",
                "security",
                "plain",
                "clientCertificate",
                file,
                ".clientPassword",
                "for-tests-only");
        assertThatThrownBy(() -> read(plain)).hasMessageContaining("must be empty where security is plain");
        Path two = merged(Path.of(file), certificate("two"));
        Map<String, Object> several = given("clientCertificate", two.toString(), ".clientPassword", "for-tests-only");
        assertThatThrownBy(() -> read(several)).hasMessageContaining("with one key");
    }

    @Test
    void theFingerprintChangesWithWhereAndHowMessagesGo() throws Exception {
        String file = certificate("one").toString();
        Stream<JournalSettings.Server> servers = Stream.of(
                server(),
                server("port", "8443"),
                server("path", "/fhir"),
                server("user", "careunit", ".password", "secret"),
                server("clientCertificate", file, ".clientPassword", "for-tests-only"),
                server("clientCertificate", file, ".clientPassword", "for-tests-only", "resident", "true"),
                server("transport", "hl7", "port", "443"),
                server("transport", "hl7", "port", "443", "facility", "VARD"));
        assertThat(servers.map(JournalSettings.Server::fingerprint)).doesNotHaveDuplicates();
        assertThat(server("answerMillis", "500", "units", "SE3333333333-C3").fingerprint())
                .as("time-outs and units do not matter")
                .isEqualTo(server().fingerprint());
    }

    private Path certificate(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String command = Path.of(System.getProperty("java.home"), "bin", "keytool")
                + " -genkeypair -keyalg EC -storetype PKCS12 -validity 2 -alias " + name + " -dname CN=" + name
                + " -storepass for-tests-only -keystore " + file;
        assertThat(new ProcessBuilder(command.split(" "))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start()
                        .waitFor())
                .isZero();
        return file;
    }

    private Path merged(Path one, Path other) throws Exception {
        char[] password = "for-tests-only".toCharArray();
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (Path file : Arrays.asList(one, other)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            String alias = store.aliases().nextElement();
            all.setKeyEntry(alias, store.getKey(alias, password), password, store.getCertificateChain(alias));
        }
        Path file = folder.resolve("merged.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            all.store(out, password);
        }
        return file;
    }

    private static JournalSettings.Server server(String... pairs) {
        return read(given(pairs)).server().orElseThrow();
    }

    private static JournalSettings read(Map<String, Object> given) {
        return JournalSettingsReader.read(given, AllowedHosts.ALL);
    }

    private static Map<String, Object> given(String... pairs) {
        Map<String, Object> given = new HashMap<>(Map.of("units", UNIT, "host", "journal.example.org"));
        for (int i = 0; i < pairs.length; i += 2) {
            given.put(pairs[i], pairs[i + 1]);
        }
        return given;
    }
}
