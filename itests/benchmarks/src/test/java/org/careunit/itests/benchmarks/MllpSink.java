package org.careunit.itests.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of HL7 messages by MLLP that accepts everything at once and keeps nothing. */
final class MllpSink implements AutoCloseable {

    private static final int START = 0x0B;
    private static final int END = 0x1C;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    MllpSink() throws IOException {
        threads.execute(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    private void receive() {
        try {
            while (true) {
                Socket guest = door.accept();
                threads.execute(() -> serve(guest));
            }
        } catch (IOException closed) {
            // the benchmark is over
        }
    }

    private static void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(guest.getInputStream());
            for (String frame = frame(in); frame != null; frame = frame(in)) {
                guest.getOutputStream().write(framed(answerTo(frame)));
            }
        } catch (IOException hungUp) {
            // so do clients
        }
    }

    private static String answerTo(String message) {
        String id = message.split("\\|", 11)[9];
        return "MSH|^~\\&|JOURNAL|VARD|CAREUNIT|REGION|20260305080003+0100||ACK^T01^ACK|R1|P|2.5.1\rMSA|AA|" + id
                + "\r";
    }

    /** What stands between the marks of the next frame; null at the end. */
    static String frame(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == END) {
                in.read();
                return content.toString(ISO_8859_1);
            }
            if (next != START) {
                content.write(next);
            }
        }
        return null;
    }

    static byte[] framed(String text) {
        return ((char) START + text + (char) END + '\r').getBytes(ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
