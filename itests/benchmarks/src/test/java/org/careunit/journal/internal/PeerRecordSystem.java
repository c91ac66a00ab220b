package org.careunit.journal.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;

/** The adapter for record systems with its routes, for a record system on this machine without TLS. */
public final class PeerRecordSystem implements AutoCloseable {

    private final TestRoutes routes;
    private final RecordSystem system;

    /** @param special what differs from the default, as in the configuration */
    public PeerRecordSystem(Map<String, String> special) throws Exception {
        Map<String, String> values =
                new HashMap<>(Map.of("units", "SE1111111111-UNIT1", "host", "127.0.0.1", "security", "plain"));
        values.putAll(special);
        JournalSettings.Server server =
                JournalSettingsReader.read(values, AllowedHosts.ALL).server().orElseThrow();
        routes = new TestRoutes(new JournalRoutes("journal-benchmark", server, Clock.systemUTC()));
        system = new JournalRecordSystem(server, routes, new JournalMetrics(), Clock.systemUTC(), System::nanoTime);
    }

    public RecordSystem system() {
        return system;
    }

    @Override
    public void close() {
        routes.close();
    }
}
