package org.careunit.operations.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connects a socket within a limit of time, the TLS handshake included. */
public final class Connector {

    private Connector() {}

    /**
     * Connects.
     *
     * @param tls empty for a connection in clear
     * @param limit of each step; reads on the socket have it, too, until the caller sets another
     */
    public static Socket connect(String host, int port, Optional<SSLSocketFactory> tls, Duration limit)
            throws IOException {
        int millis = Math.toIntExact(limit.toMillis());
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(millis);
            return tls.isEmpty() ? plain : secured(plain, host, port, tls.get());
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    private static Socket secured(Socket plain, String host, int port, SSLSocketFactory factory) throws IOException {
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true);
        secure.startHandshake();
        return secure;
    }
}
