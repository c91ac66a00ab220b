package org.careunit.mail.internal;

import java.util.HashMap;
import java.util.Map;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.operations.connection.AllowedHosts;

/** The mail adapter, configured for a mail server on this machine without TLS and login. */
public final class PeerMail {

    private PeerMail() {}

    public static MailRoutes routes(int port) {
        return routes(Map.of("port", port));
    }

    /** @param connections the most at once */
    public static MailRoutes routes(int port, int connections) {
        return routes(Map.of("port", port, "connections", connections));
    }

    private static MailRoutes routes(Map<String, Object> special) {
        return new MailRoutes(settings(special), new MailMetrics());
    }

    private static MailSettings settings(Map<String, Object> special) {
        Map<String, Object> values =
                new HashMap<>(Map.of("host", "127.0.0.1", "security", "plain", "from", "noreply@example.org"));
        values.putAll(special);
        return MailSettingsReader.read(values, AllowedHosts.ALL);
    }

    /** Judges what comes back to mails from noreply@example.org. */
    public static BounceProcessor returned(DeliveryReports reports) {
        return new SentMails(settings(Map.of()), reports).processor();
    }
}
