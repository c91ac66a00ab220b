package org.careunit.sms.internal.smpp;

import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.operations.connection.Connector;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Opens sockets to the SMS centre, with a time-out and our TLS. */
final class SmppConnections implements ConnectionFactory {

    private final SmppServer server;

    SmppConnections(SmppServer server) {
        this.server = server;
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Endpoint endpoint = server.endpoint();
        Optional<SSLSocketFactory> tls = endpoint.security() == Security.TLS
                ? Optional.of(endpoint.trust().socketFactory())
                : Optional.empty();
        return new SocketConnection(Connector.connect(host, port, tls, server.connect()));
    }
}
