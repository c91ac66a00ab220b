package org.careunit.operations.connection;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Reason why a connection failed, the same for all protocols, and what an operator does about it. */
public enum ConnectionFault {
    REFUSED("it refuses connections", "check that it runs, and 'host' and 'port'", false),
    UNKNOWN_HOST("its name is not known", "check 'host' and this machine's name service", false),
    TIME_OUT("it does not answer in time", "check that it runs and that no firewall swallows packets", false),
    LOST("it closed the connection", "look at its log", false),
    NAME(
            "its certificate is for another host name",
            "write in 'host' the name that the certificate is for, or have it issued for that name",
            true),
    DATE("its certificate has expired or is not valid yet", "renew it, or set this machine's clock", true),
    ISSUER(
            "its certificate is not issued by anybody that is trusted",
            "put the issuer's certificate into the file named by 'trustedCertificates'",
            true),
    NO_STARTTLS(
            "it offers no StartTLS",
            "set 'security' to tls with the port for that, or turn StartTLS on at that server",
            true),
    HANDSHAKE(
            "it does not agree with us on TLS", "check 'port' and 'security', and that it speaks TLS 1.2 or 1.3", true);

    private static final int MOST_CAUSES = 20;

    private final String what;
    private final String advice;
    private final boolean lasting;

    ConnectionFault(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    /** What is wrong, as the end of a sentence. */
    public String what() {
        return what;
    }

    /** What to do, naming the keys that all adapters share. */
    public String advice() {
        return advice;
    }

    /** As above, where the server's name stands under another key than {@code host}. */
    public String advice(String hostKey) {
        return advice.replace("'host'", "'" + hostKey + "'");
    }

    /** Whether it stays until somebody changes a configuration or a certificate. */
    public boolean isLasting() {
        return lasting;
    }

    /** Classifies a failure to connect or to get an answer by its causes; {@link #LOST} where they say nothing else. */
    public static ConnectionFault of(Throwable failure) {
        Optional<ConnectionFault> certificate = ofCertificate(failure);
        if (certificate.isPresent()) {
            return certificate.get();
        }
        if (isCausedBy(failure, SocketTimeoutException.class)) {
            return TIME_OUT;
        }
        if (isCausedBy(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (isCausedBy(failure, SSLException.class)) {
            return HANDSHAKE;
        }
        return isCausedBy(failure, ConnectException.class) || isCausedBy(failure, NoRouteToHostException.class)
                ? REFUSED
                : LOST;
    }

    /** Classifies a failure of TLS; empty if it is not about TLS. */
    public static Optional<ConnectionFault> ofTls(Throwable failure) {
        return ofCertificate(failure)
                .or(() -> isCausedBy(failure, SSLException.class) ? Optional.of(HANDSHAKE) : Optional.empty());
    }

    private static Optional<ConnectionFault> ofCertificate(Throwable failure) {
        return causes(failure)
                .filter(UntrustedCertificateException.class::isInstance)
                .map(cause -> ((UntrustedCertificateException) cause).fault())
                .findFirst()
                .or(() -> isCausedBy(failure, CertificateException.class) ? Optional.of(ISSUER) : Optional.empty());
    }

    /** Whether a failure or one of its causes is of a type. */
    public static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    /** A failure and its causes, the failure first; of a chain that goes in a circle, its beginning. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }
}
