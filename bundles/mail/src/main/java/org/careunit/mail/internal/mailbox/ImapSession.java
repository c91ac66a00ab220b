package org.careunit.mail.internal.mailbox;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.careunit.mail.internal.LibraryLogFilter;
import org.careunit.mail.internal.mailbox.MailboxSettings.Mailbox;
import org.careunit.operations.connection.Security;

/**
 * Converts settings into those of Jakarta Mail. Names, dates and issuers of certificates are checked by our own
 * sockets.
 */
final class ImapSession {

    private static final String PREFIX = "mail.imap.";

    private ImapSession() {}

    static Session of(Mailbox mailbox) {
        LibraryLogFilter.install();
        Properties properties = new Properties();
        set(properties, "connectiontimeout", millis(mailbox.connect()));
        set(properties, "timeout", millis(mailbox.answer()));
        set(properties, "writetimeout", millis(mailbox.answer()));
        set(properties, "fetchsize", 64 * 1024);
        set(properties, "closefoldersonstorefailure", true);
        Security security = mailbox.endpoint().security();
        set(properties, "ssl.enable", security == Security.TLS);
        set(properties, "starttls.enable", security == Security.STARTTLS);
        set(properties, "starttls.required", security == Security.STARTTLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        // or what our sockets refuse is tried with Java's own trust
        set(properties, "socketFactory.fallback", false);
        set(properties, "ssl.socketFactory.fallback", false);
        properties.put(PREFIX + "ssl.socketFactory", mailbox.endpoint().trust().socketFactory());
        return Session.getInstance(properties);
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(PREFIX + name, value.toString());
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
