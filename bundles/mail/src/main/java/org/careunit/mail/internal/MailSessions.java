package org.careunit.mail.internal;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.careunit.mail.internal.MailSettings.Security;

/** Turns settings into Jakarta Mail's. The host name in the certificate is always compared. */
final class MailSessions {

    private static final String PREFIX = "mail.smtp.";

    private MailSessions() {}

    /** @throws IllegalArgumentException if the trust file holds no certificates; the message names the key */
    static Session session(MailSettings settings) {
        Properties properties = new Properties();
        timeouts(properties, settings.limits());
        security(properties, settings.server());
        set(properties, "from", settings.sender().bounces().value());
        set(properties, "auth", settings.login().isPresent());
        set(properties, "quitwait", false); // closing must not wait for a server that is gone
        return Session.getInstance(properties);
    }

    private static void timeouts(Properties properties, MailSettings.Limits limits) {
        set(properties, "connectiontimeout", millis(limits.connect()));
        set(properties, "timeout", millis(limits.answer()));
        set(properties, "writetimeout", millis(limits.answer()));
    }

    private static void security(Properties properties, MailSettings.Server server) {
        set(properties, "ssl.enable", server.security() == Security.TLS);
        set(properties, "starttls.enable", server.security() == Security.STARTTLS);
        set(properties, "starttls.required", server.security() == Security.STARTTLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        set(
                properties,
                "socketFactory.fallback",
                false); // or what the trust file refuses is tried with Java's own trust
        server.trust().ifPresent(file -> properties.put(PREFIX + "ssl.socketFactory", trusting(file)));
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(PREFIX + name, value.toString());
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream certificates = Files.newInputStream(file)) {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(certificates));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("'trustFile' holds no certificates in PEM: " + e.getMessage());
        }
    }

    private static KeyStore store(InputStream pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        if (store.size() == 0) {
            throw new CertificateException("the file is empty");
        }
        return store;
    }
}
