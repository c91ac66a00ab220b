package org.careunit.itests.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jdk.net.ExtendedSocketOptions;

/** Proxy in front of a server on this machine, with TLS if wanted, that cuts connections on request. */
public final class Gate implements AutoCloseable {

    private static final int CHUNK = 8 * 1024;

    private final int serverPort;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(Gate::thread);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger connected = new AtomicInteger();
    private volatile boolean shut;
    private volatile boolean silent;

    private Gate(int serverPort, ServerSocket door) {
        this.serverPort = serverPort;
        this.door = door;
    }

    static Gate to(int serverPort, Optional<MailCertificate> certificate) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket door = certificate.isPresent()
                ? certificate.get().context().getServerSocketFactory().createServerSocket(0, 50, here)
                : new ServerSocket(0, 50, here);
        Gate gate = new Gate(serverPort, door);
        gate.threads.execute(gate::accept);
        return gate;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "peer-gate");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were made. */
    public int connected() {
        return connected.get();
    }

    /** Breaks the connection off once the server has said so many bytes more; the next connections are whole. */
    public void breakAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /** Closes every new connection at once, until it is opened again. */
    public void shut(boolean closed) {
        shut = closed;
    }

    /** Lets nothing pass that the server says, until it is switched off. */
    public void silence(boolean on) {
        silent = on;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                pass(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket client) {
        connected.incrementAndGet();
        open.add(client);
        if (shut) {
            close(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            open.add(server);
            threads.execute(() -> copy(client, server, false));
            threads.execute(() -> copy(server, client, true));
        } catch (IOException refused) {
            close(client);
        }
    }

    private void copy(Socket from, Socket to, boolean isFromServer) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                acknowledge(from);
                int allowed = isFromServer ? allowed(read) : read;
                if (!isFromServer || !silent) {
                    out.write(chunk, 0, allowed);
                    out.flush();
                }
                if (allowed < read) {
                    bytesLeft.set(Long.MAX_VALUE);
                    return;
                }
            }
        } catch (IOException gone) {
            // one end has closed: so does the other
        } finally {
            close(from);
            close(to);
        }
    }

    /** At once: a server that writes in small pieces waits 40 ms for each otherwise. */
    private static void acknowledge(Socket from) throws IOException {
        if (from.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            from.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private int allowed(int read) {
        long left = bytesLeft.get();
        if (left == Long.MAX_VALUE) {
            return read;
        }
        bytesLeft.addAndGet(-read);
        return (int) Math.max(0, Math.min(left, read));
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // it is closed
        }
        open.forEach(this::close);
        threads.shutdownNow();
    }
}
