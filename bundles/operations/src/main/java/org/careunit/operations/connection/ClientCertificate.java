package org.careunit.operations.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.files.BoundedFile;

/** Our own certificate with its key, for mutual TLS or for a server of ours. Two of the same certificate are equal. */
public final class ClientCertificate {

    private static final long LARGEST = 1_000_000;

    private final X509Certificate certificate;
    private final KeyStore store;
    private final char[] secret;

    private ClientCertificate(X509Certificate certificate, KeyStore store, char[] secret) {
        this.certificate = certificate;
        this.store = store;
        this.secret = secret;
    }

    /**
     * Reads the file that a configuration names: PKCS #12 with one key.
     *
     * @param key of the file, with the file's password under {@code passwordKey}
     * @return empty if no file is named
     * @throws RefusedException if the file cannot be read, holds no key or several, or the certificate has expired
     */
    public static Optional<ClientCertificate> read(Configuration configuration, String key, String passwordKey) {
        return configuration.file(key).map(file -> read(configuration, key, file, configuration.secret(passwordKey)));
    }

    private static ClientCertificate read(Configuration configuration, String key, Path file, String password) {
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(BoundedFile.read(file, LARGEST)), secret);
            ClientCertificate read = new ClientCertificate(certificate(store), store, secret);
            read.keyManagers();
            if (TrustedCertificates.hasExpired(read.certificate)) {
                throw configuration.wrong(key, "must hold a valid certificate; the one in '" + file + "' has expired");
            }
            return read;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw configuration.wrong(
                    key, "must be a file in PKCS #12 with one key that its password opens; '" + file + "' is not");
        }
    }

    private static X509Certificate certificate(KeyStore store) throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases()).stream()
                .filter(alias -> isKey(store, alias))
                .toList();
        if (keys.size() == 1 && store.getCertificate(keys.get(0)) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("It has " + keys.size() + " keys");
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The store was loaded", impossible);
        }
    }

    KeyManager[] keyManagers() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, secret);
        return factory.getKeyManagers();
    }

    /** For a server of ours, which shows this certificate and asks clients for none. */
    public SSLContext serverContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key was read", impossible);
        }
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The certificate was read", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientCertificate that && certificate.equals(that.certificate);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    @Override
    public String toString() {
        return "ClientCertificate[" + certificate.getSubjectX500Principal().getName() + "]";
    }
}
