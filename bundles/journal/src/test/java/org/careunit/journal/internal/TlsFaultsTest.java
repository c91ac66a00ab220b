package org.careunit.journal.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;
import org.careunit.routes.internal.TlsFaultsContract;
import org.junit.jupiter.api.Nested;

/** Which TLS fault keeps us from a record system is said over either transport. */
class TlsFaultsTest {

    @Nested
    class OverFhir extends TlsFaultsContract {

        @Override
        protected Connected connected(int port, Path trusted) throws Exception {
            return TlsFaultsTest.connected(configuration("fhir", port, trusted));
        }
    }

    @Nested
    class OverMllp extends TlsFaultsContract {

        @Override
        protected Connected connected(int port, Path trusted) throws Exception {
            Map<String, Object> configuration = configuration("hl7", port, trusted);
            configuration.put("facility", "VARD");
            return TlsFaultsTest.connected(configuration);
        }
    }

    private static Map<String, Object> configuration(String transport, int port, Path trusted) {
        return new HashMap<>(Map.of(
                "units",
                "SE1111111111-A1B2",
                "transport",
                transport,
                "host",
                "localhost",
                "port",
                Integer.toString(port),
                "security",
                "tls",
                "trustedCertificates",
                trusted.toString()));
    }

    private static TlsFaultsContract.Connected connected(Map<String, Object> configuration) throws Exception {
        JournalSettings.Server server = JournalSettingsReader.read(configuration, AllowedHosts.ALL)
                .server()
                .orElseThrow();
        TestRoutes routes = new TestRoutes(new JournalRoutes("journal-tls", server, Clock.systemUTC()));
        JournalRecordSystem system =
                new JournalRecordSystem(server, routes, new JournalMetrics(), Clock.systemUTC(), System::nanoTime);
        return new TlsFaultsContract.Connected(system::check, routes);
    }
}
