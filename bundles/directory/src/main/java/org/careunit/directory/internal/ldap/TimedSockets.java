package org.careunit.directory.internal.ldap;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.careunit.operations.connection.PreparedSockets;

/**
 * Creates sockets with a read time-out from the first byte on. The library sets its own limit after the TLS handshake,
 * in which a server that accepts connections and says nothing would hold its thread for ever.
 */
public final class TimedSockets extends PreparedSockets {

    private final int millis;

    public TimedSockets(SocketFactory factory, Duration limit) {
        super(factory);
        this.millis = Math.toIntExact(limit.toMillis());
    }

    @Override
    protected Socket prepared(Socket socket) throws IOException {
        socket.setSoTimeout(millis);
        return socket;
    }
}
