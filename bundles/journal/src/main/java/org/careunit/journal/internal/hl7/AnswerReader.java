package org.careunit.journal.internal.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads the answer to one message from a connection, to its end. Partial frames, silence, text without a frame, our own
 * message and answers to other messages are not accepted as an answer.
 */
final class AnswerReader {

    /** The most that is read for one answer, in bytes, with all that is not the answer. */
    static final int MOST = 1024 * 1024;

    private static final int BUFFER = 8 * 1024;

    private final InputStream in;
    private final String controlId;
    private final AnswerClassifier judge;
    private final LongSupplier nanos;
    private final Duration limit;
    private final FrameReader frames = new FrameReader();
    private final byte[] buffer = new byte[BUFFER];

    /**
     * A reader for one message.
     *
     * @param in a read ends with a {@link SocketTimeoutException} when nothing came for a while
     * @param nanos like {@link System#nanoTime()}
     * @param limit how long the answer may take as a whole
     */
    AnswerReader(InputStream in, String controlId, LongSupplier nanos, Duration limit) {
        this.in = in;
        this.controlId = controlId;
        this.judge = new AnswerClassifier(controlId);
        this.nanos = nanos;
        this.limit = limit;
    }

    /**
     * Reads until an answer to our message has come, or none will.
     *
     * @throws IOException if the connection broke
     */
    Hl7Answer read() throws IOException {
        long begin = nanos.getAsLong();
        while (nanos.getAsLong() - begin < limit.toNanos()) {
            Optional<String> end = readOnce();
            Optional<Hl7Answer> answer = judge.answer();
            if (answer.isPresent() && (end.isPresent() || in.available() == 0)) {
                return answer.get();
            }
            if (end.isPresent()) {
                return none(end.get());
            }
        }
        return judge.answer().orElseGet(() -> none("no answer within " + limit.toMillis() + " ms"));
    }

    /** Reads what is there, or waits for the next piece; returns why there is no more to read, if there is not. */
    private Optional<String> readOnce() throws IOException {
        int length;
        try {
            length = in.read(buffer);
        } catch (SocketTimeoutException silence) {
            return Optional.of("no answer within " + limit.toMillis() + " ms");
        }
        if (length < 0) {
            return Optional.of("the connection was closed without an answer");
        }
        frames.take(buffer, length).forEach(judge::take);
        if (frames.isTooLong()) {
            return Optional.of("an answer had no end within " + FrameReader.LONGEST + " bytes");
        }
        return frames.bytesRead() > MOST
                ? Optional.of("no answer within the first " + MOST + " bytes")
                : Optional.empty();
    }

    private Hl7Answer none(String why) {
        return Hl7Answer.none(why + came());
    }

    private String came() {
        if (frames.bytesRead() == 0) {
            return "";
        }
        if (!frames.hasStarted()) {
            return "; " + frames.bytesRead() + " bytes came, none of them 0x0B, with which an answer begins";
        }
        String messages = "; " + judge.messages() + " messages came that do not answer " + controlId;
        return frames.isInFrame() && !frames.isTooLong() ? messages + ", and the beginning of one" : messages;
    }

    /** Whether the connection may carry another message: nothing that has begun is still to come. */
    boolean isReusable() {
        return !frames.isInFrame() && judge.answer().isPresent();
    }
}
