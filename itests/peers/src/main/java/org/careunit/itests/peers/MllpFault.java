package org.careunit.itests.peers;

import java.io.IOException;
import java.net.Socket;

/** Faults of an {@link MllpPeer}. */
public enum MllpFault {
    /** Sends it. */
    NONE,
    /** Sends it byte by byte, in packets of their own. */
    PIECES,
    /** Sends it without a frame. */
    NO_FRAME,
    /** Sends nothing. */
    SILENCE,
    /** Sends an answer to the message before instead. */
    LATE,
    /** Sends an answer to the message before, then this one. */
    LATE_THEN_RIGHT,
    /** Sends our message back. */
    ECHO,
    /** Sends half of it and closes the connection. */
    HALF,
    /** Sends it and closes the connection. */
    CLOSE,
    /** Sends it twice. */
    TWICE;

    private static final String BEGIN = "\u000b";
    private static final String END = "\u001c\r";

    /** What is known besides the answer: the message, and the MSH-10 of the one before. */
    record Context(String message, String earlier) {}

    void answer(Socket connection, String answer, Context context) throws IOException {
        String late = framed(MllpPeer.header() + "MSA|AA|" + context.earlier() + "\r");
        String right = framed(answer);
        switch (this) {
            case NONE, CLOSE -> MllpPeer.write(connection, right);
            case TWICE -> MllpPeer.write(connection, right + right);
            case NO_FRAME -> MllpPeer.write(connection, answer);
            case LATE -> MllpPeer.write(connection, late);
            case LATE_THEN_RIGHT -> MllpPeer.write(connection, late + right);
            case ECHO -> MllpPeer.write(connection, framed(context.message()));
            case HALF -> MllpPeer.write(connection, right.substring(0, right.length() / 2));
            case PIECES -> pieces(connection, right);
            case SILENCE -> {
                // nothing
            }
        }
    }

    private static void pieces(Socket connection, String answer) throws IOException {
        connection.setTcpNoDelay(true);
        for (int i = 0; i < answer.length(); i++) {
            MllpPeer.write(connection, answer.substring(i, i + 1));
        }
    }

    boolean closes() {
        return this == HALF || this == CLOSE;
    }

    private static String framed(String content) {
        return BEGIN + content + END;
    }
}
