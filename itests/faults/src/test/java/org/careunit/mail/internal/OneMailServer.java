package org.careunit.mail.internal;

import java.time.Clock;
import java.util.Map;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;

/** The mail adapter, configured for a mail server on this machine without TLS and login. */
public final class OneMailServer implements AutoCloseable {

    public final SmtpMailGateway gateway;
    private final TestRoutes routes;

    public OneMailServer(int port) throws Exception {
        Map<String, Object> values =
                Map.of("host", "127.0.0.1", "security", "plain", "from", "noreply@example.org", "port", port);
        MailMetrics metrics = new MailMetrics();
        MailRoutes adapter = new MailRoutes(MailSettingsReader.read(values, AllowedHosts.ALL), metrics);
        routes = new TestRoutes(adapter);
        gateway = new SmtpMailGateway(routes, adapter, metrics, Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public void close() {
        routes.close();
    }
}
