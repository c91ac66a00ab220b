package org.careunit.directory.internal.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Makes sockets that wait for the other side only so long, from the first byte on. The library sets its own limit after
 * the TLS handshake, in which a server that accepts connections and says nothing would hold its thread for ever.
 */
public final class TimedSockets extends SocketFactory {

    private final SocketFactory factory;
    private final int millis;

    public TimedSockets(SocketFactory factory, Duration limit) {
        this.factory = factory;
        this.millis = Math.toIntExact(limit.toMillis());
    }

    private Socket timed(Socket socket) throws IOException {
        socket.setSoTimeout(millis);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return timed(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return timed(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return timed(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return timed(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return timed(factory.createSocket(host, port, local, localPort));
    }
}
