package org.careunit.itests.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that makes the TLS handshake and sends nothing else, for tests of TLS faults. */
public final class TlsListener implements AutoCloseable {

    private static final int POSTGRESQL_REQUEST = 8;

    private final ServerSocket server;
    private final Optional<SSLContext> context;
    private final boolean postgresql;

    private TlsListener(ServerSocket server, Optional<SSLContext> context, boolean postgresql) {
        this.server = server;
        this.context = context;
        this.postgresql = postgresql;
    }

    /** One that speaks TLS at once. */
    public static TlsListener open(MailCertificate certificate) throws IOException {
        return opened(Optional.of(certificate.context()), false);
    }

    /** One that speaks TLS as PostgreSQL does, once it is asked for. */
    public static TlsListener ofPostgresql(MailCertificate certificate) throws IOException {
        return opened(Optional.of(certificate.context()), true);
    }

    /** One that greets in clear whoever begins with TLS. */
    public static TlsListener inClear() throws IOException {
        return opened(Optional.empty(), false);
    }

    private static TlsListener opened(Optional<SSLContext> context, boolean postgresql) throws IOException {
        TlsListener door =
                new TlsListener(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), context, postgresql);
        Thread thread = new Thread(door::serve, "tls-door");
        thread.setDaemon(true);
        thread.start();
        return door;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException refused) {
                // the client has seen the certificate, or the door is closed
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        if (postgresql) {
            socket.getInputStream().readNBytes(POSTGRESQL_REQUEST);
            socket.getOutputStream().write('S');
        }
        if (context.isEmpty()) {
            socket.getOutputStream().write("220 in clear\r\n".getBytes(US_ASCII));
            socket.getInputStream().read();
            return;
        }
        SSLSocket secure = (SSLSocket) context.get().getSocketFactory().createSocket(socket, null, true);
        secure.startHandshake();
        secure.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
