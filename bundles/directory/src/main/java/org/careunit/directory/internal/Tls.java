package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.careunit.api.failure.RefusedException;

/** Whom to trust: the JDK's own rules, over the certificates of a file or those of the JVM, and always the host's name. */
final class Tls {

    private Tls() {}

    /** @throws RefusedException if the file holds no certificates */
    static SSLSocketFactory factory(Optional<Path> trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.isEmpty() ? null : managers(trusted.get()), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new RefusedException(
                    DirectoryConfig.PID + ": trustedCertificates must be a PEM file with certificates, "
                            + trusted.map(Path::toString).orElse("") + " is not (" + e.getMessage() + ")");
        }
    }

    private static TrustManager[] managers(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(pem)) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Collection<? extends Certificate> certificates(Path pem) throws CertificateException, IOException {
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (read.isEmpty()) {
                throw new CertificateException("there is none in it");
            }
            return read;
        }
    }

    /**
     * Looks at the host's name, and at the dates even of a certificate that is itself among the trusted, which the JDK does
     * not. Its failure says that a certificate was the reason.
     */
    static SSLSocketVerifier hostName() {
        SSLSocketVerifier verifier = new HostNameSSLSocketVerifier(true);
        return new SSLSocketVerifier() {
            @Override
            public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
                try {
                    verifier.verifySSLSocket(host, port, socket);
                    checkDates(socket.getSession().getPeerCertificates()[0]);
                } catch (LDAPException | CertificateException | SSLPeerUnverifiedException e) {
                    throw new LDAPException(
                            ResultCode.CONNECT_ERROR, e.getMessage(), new CertificateException("Not for " + host, e));
                }
            }
        };
    }

    private static void checkDates(Certificate certificate) throws CertificateException {
        if (certificate instanceof X509Certificate dated) {
            dated.checkValidity();
        }
    }
}
