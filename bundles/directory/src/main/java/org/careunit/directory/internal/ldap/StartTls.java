package org.careunit.directory.internal.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import javax.net.ssl.SSLSocketFactory;

/**
 * Upgrades a new connection to TLS before the login; distinguishes a server without StartTLS from one with a wrong
 * certificate.
 */
public final class StartTls implements PostConnectProcessor {

    private final SSLSocketFactory sockets;

    public StartTls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public void processPreAuthenticatedConnection(LDAPConnection connection) throws LDAPException {
        ResultCode answer = ask(connection);
        if (!ResultCode.SUCCESS.equals(answer)) {
            throw new NoStartTlsException(answer);
        }
    }

    /** The library throws some of the server's answers and returns others; what is not an answer is thrown on. */
    private ResultCode ask(LDAPConnection connection) throws LDAPException {
        try {
            return connection
                    .processExtendedOperation(new StartTLSExtendedRequest(sockets))
                    .getResultCode();
        } catch (LDAPException failure) {
            if (failure.getCause() != null || failure.getResultCode().isClientSideResultCode()) {
                throw failure;
            }
            return failure.getResultCode();
        }
    }

    @Override
    public void processPostAuthenticatedConnection(LDAPConnection connection) {
        // nothing is left to do after the login
    }
}
