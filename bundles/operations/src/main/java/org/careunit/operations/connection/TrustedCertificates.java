package org.careunit.operations.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.files.BoundedFile;

/**
 * The certificates that a server's must come from: those of a file, or those that the JVM trusts. An expired one in the
 * file is not trusted, though the JDK would trust it.
 *
 * @param file where they come from; empty for the JVM's; never null
 * @param certificates those of the file; never null
 */
public record TrustedCertificates(Optional<Path> file, List<X509Certificate> certificates) {

    /** Those that the JVM trusts. */
    public static final TrustedCertificates OF_THE_JVM = new TrustedCertificates(Optional.empty(), List.of());

    private static final long LARGEST = 4_000_000;

    public TrustedCertificates {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads the file that a configuration names.
     *
     * @throws RefusedException if there is none in it, or all of them have expired
     */
    public static TrustedCertificates read(Configuration configuration, String key) {
        Optional<Path> file = configuration.file(key);
        if (file.isEmpty()) {
            return OF_THE_JVM;
        }
        List<X509Certificate> certificates;
        try {
            certificates = certificates(file.get());
        } catch (IOException | CertificateException unreadable) {
            throw configuration.wrong(
                    key,
                    "must be a file with certificates in PEM; '" + file.get() + "' is not (" + unreadable.getMessage()
                            + ")");
        }
        if (certificates.stream().allMatch(TrustedCertificates::hasExpired)) {
            throw configuration.wrong(
                    key, "must be a file with certificates that are valid; those in '" + file.get() + "' have expired");
        }
        return new TrustedCertificates(file, certificates);
    }

    /** Those of a file, or of the JVM, whatever their dates: a connection checks those. */
    public static TrustedCertificates of(Optional<Path> file) throws IOException, CertificateException {
        return file.isEmpty() ? OF_THE_JVM : new TrustedCertificates(file, certificates(file.get()));
    }

    /** @throws CertificateException if there is none in it */
    private static List<X509Certificate> certificates(Path pem) throws IOException, CertificateException {
        List<X509Certificate> read = new ArrayList<>();
        byte[] bytes = BoundedFile.read(pem, LARGEST);
        for (var one : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            read.add((X509Certificate) one);
        }
        if (read.isEmpty()) {
            throw new CertificateException("there is none in it");
        }
        return read;
    }

    /** Makes sockets for TLS 1.2 and 1.3 that check the certificate's issuer, dates and host name. */
    public SSLSocketFactory socketFactory() {
        return socketFactory(Optional.empty());
    }

    /** As {@link #socketFactory()}; the sockets show the server our certificate where there is one. */
    public SSLSocketFactory socketFactory(Optional<ClientCertificate> client) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    client.isEmpty() ? null : client.get().keyManagers(),
                    new TrustManager[] {new CheckedTrust(this)},
                    null);
            return new CheckedSockets(context.getSocketFactory());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has TLS", impossible);
        }
    }

    /** A trust manager of the JDK's over those that are valid now. */
    X509ExtendedTrustManager manager() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(file.isEmpty() ? null : store());
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private KeyStore store() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate one : certificates) {
                if (isValid(one)) {
                    store.setCertificateEntry("trusted-" + store.size(), one);
                }
            }
            return store;
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    /** By the machine's own clock, as the JDK's other checks of certificates. */
    @SuppressWarnings("UnusedException")
    static boolean isValid(X509Certificate one) {
        try {
            one.checkValidity();
            return true;
        } catch (CertificateException outsideItsDates) {
            return false;
        }
    }

    @SuppressWarnings("UnusedException")
    static boolean hasExpired(X509Certificate one) {
        try {
            one.checkValidity();
            return false;
        } catch (CertificateExpiredException expired) {
            return true;
        } catch (CertificateException notYet) {
            return false;
        }
    }

    @Override
    public String toString() {
        return file.map(Path::toString).orElse("those of the JVM");
    }
}
