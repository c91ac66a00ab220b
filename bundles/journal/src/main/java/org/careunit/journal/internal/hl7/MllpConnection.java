package org.careunit.journal.internal.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.operations.connection.Connector;

/**
 * Sends messages to one receiver over MLLP, one at a time, and judges its answers. The connection is kept while answers
 * are complete; one that the receiver closed meanwhile is replaced before the next message.
 */
final class MllpConnection implements AutoCloseable {

    private static final int START = 0x0B;
    private static final byte[] END = {0x1C, 0x0D};
    private static final int LOOK_MILLIS = 1;

    /** Behind an answer that came so lately a connection is not looked at, if it was open after an earlier one. */
    private static final long LATELY_NANOS = Duration.ofMillis(20).toNanos();

    private final Receiver receiver;
    private final LongSupplier nanos;
    private volatile Socket socket;
    private volatile boolean closed;

    /** Whether the receiver kept this connection open after an answer, as some do not. */
    private boolean staysOpen;

    private long lastAnswer;

    /** @param nanos like {@link System#nanoTime()} */
    MllpConnection(Receiver receiver, LongSupplier nanos) {
        this.receiver = receiver;
        this.nanos = nanos;
    }

    /**
     * Address, TLS and limits.
     *
     * @param tls empty for a connection in clear
     * @param connect how long a connection may take, its handshake too
     * @param answer how long an answer may take
     */
    record Receiver(String host, int port, Optional<SSLSocketFactory> tls, Duration connect, Duration answer) {}

    /**
     * Sends a message and reads its answer.
     *
     * @param message without a frame
     * @param controlId its MSH-10
     * @throws IOException if there is no connection, so that nothing was sent
     */
    synchronized Hl7Answer send(byte[] message, String controlId) throws IOException {
        makeUsable();
        boolean isComplete = false;
        try {
            socket.getOutputStream().write(framed(message));
            socket.setSoTimeout(millis(receiver.answer()));
            AnswerReader reader = new AnswerReader(socket.getInputStream(), controlId, nanos, receiver.answer());
            Hl7Answer answer = reader.read();
            isComplete = reader.isReusable();
            lastAnswer = nanos.getAsLong();
            return answer;
        } catch (SSLHandshakeException refused) {
            throw refused; // since TLS 1.3 a server refuses our certificate after the handshake, and reads nothing
        } catch (IOException broken) {
            return Hl7Answer.none("the connection broke before an answer came");
        } finally {
            if (!isComplete) {
                disconnect();
            }
        }
    }

    /**
     * Connects, unless there is a connection.
     *
     * @throws IOException if that fails
     */
    synchronized void check() throws IOException {
        makeUsable();
    }

    private void makeUsable() throws IOException {
        if (!isUsable()) {
            disconnect();
            socket = Connector.connect(receiver.host(), receiver.port(), receiver.tls(), receiver.connect());
            staysOpen = false;
        }
        if (closed) {
            disconnect();
            throw new IOException("The connection is closed for good");
        }
    }

    /**
     * Whether there is a connection that the receiver has not closed; what came on it unasked is skipped. The look
     * takes a millisecond, so between messages that follow each other closely it is left out.
     */
    private boolean isUsable() throws IOException {
        if (socket == null) {
            return false;
        }
        if (staysOpen
                && nanos.getAsLong() - lastAnswer < LATELY_NANOS
                && socket.getInputStream().available() == 0) {
            return true;
        }
        try {
            socket.setSoTimeout(LOOK_MILLIS);
            InputStream in = socket.getInputStream();
            byte[] unasked = new byte[FrameReader.LONGEST];
            int length = in.read(unasked);
            return length >= 0 && length < unasked.length;
        } catch (SocketTimeoutException open) {
            staysOpen = true;
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static byte[] framed(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 3);
        frame.write(START);
        frame.writeBytes(message);
        frame.writeBytes(END);
        return frame.toByteArray();
    }

    private void disconnect() {
        Socket open = socket;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException alreadyGone) {
            // there is nothing more to do about it
        }
        socket = null;
    }

    /** Closes the connection permanently and at once; a pending call gets no answer. */
    @Override
    public void close() {
        closed = true;
        disconnect();
    }
}
