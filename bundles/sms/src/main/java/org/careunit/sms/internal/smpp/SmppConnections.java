package org.careunit.sms.internal.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Makes sockets to the SMS centre, within the time for it and with TLS of ours. */
final class SmppConnections implements ConnectionFactory {

    private final SmppServer server;

    SmppConnections(SmppServer server) {
        this.server = server;
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Endpoint endpoint = server.endpoint();
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(host, port), (int) server.connect().toMillis());
            return new SocketConnection(endpoint.security() == Security.TLS ? secured(socket, host, port) : socket);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private Socket secured(Socket socket, String host, int port) throws IOException {
        socket.setSoTimeout((int) server.connect().toMillis());
        SSLSocket secure = (SSLSocket) server.endpoint().trust().socketFactory().createSocket(socket, host, port, true);
        secure.startHandshake();
        return secure;
    }
}
