package org.careunit.operations.connection;

import java.security.cert.CertificateException;

/** Thrown if a server's certificate is not trusted; says why. */
final class UntrustedCertificateException extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final ConnectionFault fault;

    UntrustedCertificateException(ConnectionFault fault, CertificateException cause) {
        super(fault.what(), cause);
        this.fault = fault;
    }

    ConnectionFault fault() {
        return fault;
    }
}
