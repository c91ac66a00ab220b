package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.careunit.mail.internal.answers.SmtpAnswers;
import org.careunit.operations.connection.ConnectionFault;

/** One connection to the mail server. Used by one thread at a time. */
final class Connection {

    /** A connection that has just taken a message is not asked whether it is there: that takes as long as a command. */
    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private final SmtpTransport transport;
    private int messages;
    private long idleSince = System.nanoTime();
    private boolean hasFailed;

    /** @param transport connected */
    Connection(SmtpTransport transport) {
        this.transport = transport;
    }

    void send(MimeEmail letter) throws MessagingException {
        messages++;
        transport.begin();
        hasFailed = true;
        transport.sendMessage(letter, letter.getAllRecipients());
        hasFailed = false;
        letter.acceptedWith(transport.getLastServerResponse());
    }

    /** Checks whether the mail server still answers, unless it has taken a message a moment ago. */
    boolean answers() {
        return (!hasFailed && !hasRested(JUST_NOW)) || isThere();
    }

    private boolean isThere() {
        return transport.isConnected();
    }

    /**
     * Whether an operation that failed may be done again by another connection: the mail server had closed this one, or
     * did so instead of an answer, and no message has begun.
     */
    boolean wasClosedBefore(MessagingException failure) {
        if (transport.hasBegunData() || hasCause(failure, SocketTimeoutException.class)) {
            return false;
        }
        int code = transport.getLastReturnCode();
        return code <= 0 || code == SmtpAnswers.CLOSING || hasCause(failure, IOException.class);
    }

    private static boolean hasCause(MessagingException failure, Class<?> type) {
        return ConnectionFault.causes(failure).anyMatch(type::isInstance);
    }

    void check() throws MessagingException {
        transport.begin();
        if (!isThere()) {
            throw new MessagingException("The mail server let us in and did not answer then");
        }
    }

    /**
     * Whether it may be reused: not after the maximum of messages, nor if the server is silent or announced that it
     * closes.
     */
    boolean isReusable(int most) {
        int code = transport.getLastReturnCode();
        return messages < most && code > 0 && code != SmtpAnswers.CLOSING;
    }

    void rests() {
        idleSince = System.nanoTime();
    }

    boolean hasRested(Duration longest) {
        return System.nanoTime() - idleSince >= longest.toNanos();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // it is closed anyway
        }
    }
}
