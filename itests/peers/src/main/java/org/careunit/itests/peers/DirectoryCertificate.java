package org.careunit.itests.peers;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.OID;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate, new for each start. */
public final class DirectoryCertificate {

    private static final OID ALTERNATIVE_NAMES = new OID("2.5.29.17");
    private static final byte DNS_NAME = (byte) 0x82;
    private static final byte IP_ADDRESS = (byte) 0x87;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant SOON_AFTER = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T00:00:00Z");

    private final X509Certificate certificate;
    private final KeyPair keys;

    private DirectoryCertificate(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    /** Holds for {@code localhost} and 127.0.0.1, until 2100. */
    public static DirectoryCertificate valid() {
        return make(FAR_OFF, new ASN1OctetString(DNS_NAME, "localhost"), new ASN1OctetString(IP_ADDRESS, LOOPBACK));
    }

    /** Holds for another host only. */
    public static DirectoryCertificate ofAnotherHost() {
        return make(FAR_OFF, new ASN1OctetString(DNS_NAME, "elsewhere.example.org"));
    }

    /** Held for {@code localhost} until 2001. */
    public static DirectoryCertificate expired() {
        return make(SOON_AFTER, new ASN1OctetString(DNS_NAME, "localhost"));
    }

    private static DirectoryCertificate make(Instant until, ASN1OctetString... names) {
        try {
            ObjectPair<X509Certificate, KeyPair> made = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA,
                    PublicKeyAlgorithmIdentifier.EC,
                    256,
                    new DN("CN=Careunit test directory"),
                    LONG_AGO.toEpochMilli(),
                    until.toEpochMilli(),
                    new X509CertificateExtension(ALTERNATIVE_NAMES, false, new ASN1Sequence(names).encode()));
            return new DirectoryCertificate(made.getFirst(), made.getSecond());
        } catch (CertException | LDAPException unexpected) {
            throw new IllegalStateException("No certificate could be made", unexpected);
        }
    }

    /** The certificate as text, for those who are to trust it. */
    public String pem() {
        return certificate.toPEMString();
    }

    /** Writes the {@linkplain #pem() text} into a file. */
    public Path writeTo(Path file) throws IOException {
        return Files.writeString(file, pem());
    }

    /** Writes the certificate with its key into a file (PKCS #12). */
    public Path writeKeyTo(Path file, String password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store(password.toCharArray()).store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException("The certificate cannot be written", unexpected);
        }
    }

    private KeyStore store(char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("peer", keys.getPrivate(), password, new Certificate[] {certificate.toCertificate()});
        return store;
    }

    /** For a server that shows this certificate. */
    public SSLContext context() {
        try {
            char[] none = new char[0];
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store(none), none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException unexpected) {
            throw new IllegalStateException("The certificate cannot be used", unexpected);
        }
    }
}
