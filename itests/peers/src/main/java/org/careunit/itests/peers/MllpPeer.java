package org.careunit.itests.peers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A record system that takes HL7 v2 over MLLP on this machine, with faults to switch on. */
public final class MllpPeer implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile MllpFault fault = MllpFault.NONE;
    private volatile String code = "AA";
    private volatile String earlier = "EARLIER";

    private MllpPeer(ServerSocket server) {
        this.server = server;
    }

    /** Begins to listen at a free port. */
    public static MllpPeer open() throws IOException {
        return open(ServerSocketFactory.getDefault());
    }

    /** As {@link #open()}, with sockets of the given kind, such as those of TLS. */
    public static MllpPeer open(ServerSocketFactory sockets) throws IOException {
        MllpPeer peer = new MllpPeer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        start(peer::listen, "mllp-peer");
        return peer;
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it does from the next message on. */
    public void show(MllpFault shown) {
        fault = shown;
    }

    /** What MSA-1 says from the next message on, with further segments behind it if there are any. */
    public void answer(String msa1) {
        code = msa1;
    }

    /** The messages that came, oldest first. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** How many connections were made. */
    public int connections() {
        return accepted.get();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                start(() -> serve(connection), "mllp-peer-connection");
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            for (String message = read(in); message != null; message = read(in)) {
                messages.add(message);
                fault.answer(connection, answerTo(message), new MllpFault.Context(message, earlier));
                earlier = controlId(message);
                if (fault.closes()) {
                    return;
                }
            }
        } catch (IOException broken) {
            // the other side's business
        } finally {
            connections.remove(connection);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == 0x1C) {
                in.read();
                return content.toString(UTF_8);
            }
            if (next != 0x0B) {
                content.write(next);
            }
        }
        return null;
    }

    private String answerTo(String message) {
        String[] parts = code.split("\r", 2);
        String rest = parts.length > 1 ? parts[1] + "\r" : "";
        return header() + "MSA|" + parts[0] + "|" + controlId(message) + "\r" + rest;
    }

    static String header() {
        return "MSH|^~\\&|JOURNAL|VARD|CAREUNIT|REGION|20260305080003+0100||ACK^T01^ACK|R1|P|2.5.1\r";
    }

    private static String controlId(String message) {
        return message.split("\\|", 11)[9];
    }

    static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
