package org.careunit.operations.connection;

import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Creates TLS sockets that verify the host name of the certificate during the handshake. */
final class CheckedSockets extends PreparedSockets {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    CheckedSockets(SSLSocketFactory factory) {
        super(factory);
    }

    @Override
    protected Socket prepared(Socket socket) {
        SSLSocket secure = (SSLSocket) socket;
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        secure.setSSLParameters(parameters);
        return secure;
    }
}
