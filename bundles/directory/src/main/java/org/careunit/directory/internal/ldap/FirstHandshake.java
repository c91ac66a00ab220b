package org.careunit.directory.internal.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

/**
 * Makes the TLS handshake right after connecting, so that its failure is reported as such. The sockets check names and
 * dates.
 */
public final class FirstHandshake extends SSLSocketVerifier {

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            socket.startHandshake();
        } catch (IOException failed) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "No TLS with " + host, failed);
        }
    }
}
