package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import javax.net.ssl.SSLSocketFactory;

/** Turns a new connection into TLS before the login; a server that does not offer that is told from one whose certificate is wrong. */
final class StartTls implements PostConnectProcessor {

    private final SSLSocketFactory sockets;

    StartTls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public void processPreAuthenticatedConnection(LDAPConnection connection) throws LDAPException {
        ExtendedResult answer = connection.processExtendedOperation(new StartTLSExtendedRequest(sockets));
        if (!ResultCode.SUCCESS.equals(answer.getResultCode())) {
            throw ResultCode.SERVER_DOWN.equals(answer.getResultCode())
                    ? new LDAPException(answer)
                    : new NoStartTlsException(answer.getResultCode());
        }
    }

    @Override
    public void processPostAuthenticatedConnection(LDAPConnection connection) {
        // nothing is left to do after the login
    }
}
