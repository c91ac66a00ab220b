package org.careunit.operations.connection;

import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What was wrong with TLS, and what an operator does about it. */
public enum TlsFault {
    NAME(
            "its certificate is for another host name",
            "write in 'host' the name that the certificate is for, or have it issued for that name"),
    DATE("its certificate has expired or is not valid yet", "renew it, or set this machine's clock"),
    ISSUER(
            "its certificate is not issued by anybody that is trusted",
            "put the issuer's certificate into the file named by 'trustedCertificates'"),
    NO_STARTTLS(
            "it offers no StartTLS",
            "set 'security' to tls with the port for that, or turn StartTLS on at that server"),
    HANDSHAKE("it does not agree with us on TLS", "check 'port' and 'security', and that it speaks TLS 1.2 or 1.3");

    private final String what;
    private final String advice;

    TlsFault(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    /** What is wrong, as the end of a sentence. */
    public String what() {
        return what;
    }

    /** What to do, naming the keys that all adapters share. */
    public String advice() {
        return advice;
    }

    /** Which one a failure is; empty if it is not about TLS. */
    public static Optional<TlsFault> of(Throwable failure) {
        Optional<TlsFault> known = causes(failure)
                .filter(UntrustedCertificateException.class::isInstance)
                .map(cause -> ((UntrustedCertificateException) cause).fault())
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        if (causes(failure).anyMatch(CertificateException.class::isInstance)) {
            return Optional.of(ISSUER);
        }
        return causes(failure).anyMatch(SSLException.class::isInstance) ? Optional.of(HANDSHAKE) : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
