package org.careunit.mail.internal;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;

/**
 * Builds sessions of Jakarta Mail with the time-outs and the security that SMTP and IMAP share. Names, dates and
 * issuers of certificates are checked by our own sockets.
 */
public final class SessionBuilder {

    private final Properties properties = new Properties();
    private final String prefix;

    /** @param protocol as Jakarta Mail names it, such as {@code smtp} */
    public SessionBuilder(String protocol, Endpoint endpoint, Duration connect, Duration answer) {
        this.prefix = "mail." + protocol + ".";
        set("connectiontimeout", connect.toMillis());
        set("timeout", answer.toMillis());
        set("writetimeout", answer.toMillis());
        Security security = endpoint.security();
        set("ssl.enable", security == Security.TLS);
        set("starttls.enable", security == Security.STARTTLS);
        set("starttls.required", security == Security.STARTTLS);
        set("ssl.checkserveridentity", true);
        set("ssl.protocols", "TLSv1.3 TLSv1.2");
        // otherwise Jakarta Mail retries with Java's own trust store what our sockets refuse
        set("socketFactory.fallback", false);
        set("ssl.socketFactory.fallback", false);
        properties.put(prefix + "ssl.socketFactory", endpoint.trust().socketFactory());
    }

    /** Sets a property of the protocol, by its name without the prefix. */
    public SessionBuilder with(String name, Object value) {
        set(name, value);
        return this;
    }

    private void set(String name, Object value) {
        properties.setProperty(prefix + name, value.toString());
    }

    public Session build() {
        LibraryLogFilter.install();
        return Session.getInstance(properties);
    }
}
