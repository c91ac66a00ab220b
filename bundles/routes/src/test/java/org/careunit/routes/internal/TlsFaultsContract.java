package org.careunit.routes.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.TlsListener;
import org.careunit.operations.connection.ConnectionFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every adapter with TLS from the first byte does: its check says which fault of TLS there is, and what to do. */
public abstract class TlsFaultsContract {

    @TempDir
    protected Path folder;

    /**
     * An adapter with security {@code tls}, closed after the check.
     *
     * @param port at localhost
     * @param trusted the file with the certificates that are trusted
     */
    protected abstract Connected connected(int port, Path trusted) throws Exception;

    /** An adapter whose connection can be checked. */
    public record Connected(ThrowingCallable check, AutoCloseable resources) {}

    @Test
    void aCertificateForAnotherNameIsToldApart() throws Exception {
        MailCertificate other = MailCertificate.forHost("other", folder);
        refuses(TlsListener.open(other), other, ConnectionFault.NAME);
    }

    @Test
    void anExpiredCertificateIsToldApart() throws Exception {
        MailCertificate valid = MailCertificate.forHost("localhost", folder);
        refuses(TlsListener.open(MailCertificate.expired("localhost", folder)), valid, ConnectionFault.DATE);
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldApart() throws Exception {
        MailCertificate unknown = MailCertificate.forHost("localhost", folder);
        refuses(TlsListener.open(unknown), MailCertificate.forHost("other", folder), ConnectionFault.ISSUER);
    }

    @Test
    void aServerWithoutTlsIsToldApart() throws Exception {
        refuses(TlsListener.inClear(), MailCertificate.forHost("localhost", folder), ConnectionFault.HANDSHAKE);
    }

    private void refuses(TlsListener door, MailCertificate trusted, ConnectionFault fault) throws Exception {
        try (door) {
            Connected adapter = connected(door.port(), trusted.pem());
            try {
                assertThatThrownBy(adapter.check())
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining(fault.what())
                        .hasMessageContaining(advice(fault));
            } finally {
                adapter.resources().close();
            }
        }
    }

    /** The advice about the handshake may name more of an adapter's keys. */
    private static String advice(ConnectionFault fault) {
        return fault == ConnectionFault.HANDSHAKE ? "'port'" : fault.advice();
    }
}
