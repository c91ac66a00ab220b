package org.careunit.mail.internal;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.careunit.operations.connection.Security;

/**
 * Converts settings into those of Jakarta Mail. Names, dates and issuers of certificates are checked by our own
 * sockets.
 */
final class MailSession {

    private static final String PREFIX = "mail.smtp.";

    private MailSession() {}

    static Session of(MailSettings.Server server) {
        LibraryLogFilter.install();
        Properties properties = new Properties();
        timeouts(properties, server.limits());
        security(properties, server);
        set(properties, "from", server.sender().bounces().plain().value());
        set(properties, "auth", server.endpoint().login().isPresent());
        set(properties, "quitwait", false); // closing must not wait for a server that is gone
        if (!server.ehloName().isEmpty()) {
            set(properties, "localhost", server.ehloName());
        }
        return Session.getInstance(properties);
    }

    private static void timeouts(Properties properties, MailSettings.Limits limits) {
        set(properties, "connectiontimeout", millis(limits.connect()));
        set(properties, "timeout", millis(limits.answer()));
        set(properties, "writetimeout", millis(limits.answer()));
    }

    private static void security(Properties properties, MailSettings.Server server) {
        Security security = server.endpoint().security();
        set(properties, "ssl.enable", security == Security.TLS);
        set(properties, "starttls.enable", security == Security.STARTTLS);
        set(properties, "starttls.required", security == Security.STARTTLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        // otherwise Jakarta Mail retries with Java's own trust store what our sockets refuse
        set(properties, "socketFactory.fallback", false);
        set(properties, "ssl.socketFactory.fallback", false);
        properties.put(PREFIX + "ssl.socketFactory", server.endpoint().trust().socketFactory());
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(PREFIX + name, value.toString());
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
