package org.careunit.operations.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Socket factory over another one, which prepares each socket before it is used. */
public abstract class PreparedSockets extends SSLSocketFactory {

    private final SocketFactory factory;

    /** @param factory for TLS, or in clear: then what is asked of TLS alone fails */
    protected PreparedSockets(SocketFactory factory) {
        this.factory = factory;
    }

    /** Prepares a socket; returns it. */
    protected abstract Socket prepared(Socket socket) throws IOException;

    private SSLSocketFactory tls() {
        if (factory instanceof SSLSocketFactory tls) {
            return tls;
        }
        throw new UnsupportedOperationException("These sockets are in clear");
    }

    @Override
    public Socket createSocket() throws IOException {
        return prepared(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return prepared(tls().createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prepared(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return prepared(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prepared(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return prepared(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls().getSupportedCipherSuites();
    }
}
