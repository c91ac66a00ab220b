package org.careunit.journal.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.TlsDoor;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which TLS fault keeps us from a record system is said over either transport. */
class TlsFaultsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fhir", "hl7"})
    void aCertificateForAnotherNameIsToldApart(String transport) throws Exception {
        MailCertificate other = MailCertificate.forHost("other", folder);
        refuses(transport, TlsDoor.open(other), other, TlsFault.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir", "hl7"})
    void anExpiredCertificateIsToldApart(String transport) throws Exception {
        MailCertificate valid = MailCertificate.forHost("localhost", folder);
        refuses(transport, TlsDoor.open(MailCertificate.expired("localhost", folder)), valid, TlsFault.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir", "hl7"})
    void aCertificateThatNobodyTrustsIsToldApart(String transport) throws Exception {
        MailCertificate unknown = MailCertificate.forHost("localhost", folder);
        MailCertificate trusted = MailCertificate.forHost("other", folder);
        refuses(transport, TlsDoor.open(unknown), trusted, TlsFault.ISSUER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir", "hl7"})
    void aServerWithoutTlsIsToldApart(String transport) throws Exception {
        refuses(transport, TlsDoor.inClear(), MailCertificate.forHost("localhost", folder), TlsFault.HANDSHAKE);
    }

    private static void refuses(String transport, TlsDoor door, MailCertificate trusted, TlsFault fault)
            throws Exception {
        Map<String, Object> given = new HashMap<>(Map.of(
                "units",
                "SE1111111111-A1B2",
                "transport",
                transport,
                "host",
                "localhost",
                "port",
                Integer.toString(door.port()),
                "security",
                "tls",
                "trustedCertificates",
                trusted.pem().toString()));
        if (transport.equals("hl7")) {
            given.put("facility", "VARD");
        }
        JournalSettings.Server server =
                JournalSettingsReader.read(given, AllowedHosts.ALL).server().orElseThrow();
        try (door;
                TestRoutes routes = new TestRoutes(new JournalRoutes("journal-tls", server, Clock.systemUTC()))) {
            JournalRecordSystem system =
                    new JournalRecordSystem(server, routes, new JournalMetrics(), Clock.systemUTC(), System::nanoTime);
            assertThatThrownBy(system::check)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(fault.what());
        }
    }
}
