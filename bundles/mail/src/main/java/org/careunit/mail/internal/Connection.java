package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import java.time.Duration;
import org.careunit.mail.internal.answers.SmtpAnswers;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the mail server. Used by one thread at a time. */
final class Connection {

    private final SMTPTransport transport;
    private int messages;
    private long idleSince = System.nanoTime();

    /** @param transport connected */
    Connection(SMTPTransport transport) {
        this.transport = transport;
    }

    void send(MimeEmail letter) throws MessagingException {
        messages++;
        transport.sendMessage(letter, letter.getAllRecipients());
        letter.acceptedWith(transport.getLastServerResponse());
    }

    /** Checks whether the mail server still answers. */
    boolean answers() {
        return transport.isConnected();
    }

    void check() throws MessagingException {
        if (!answers()) {
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
