package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP transport of Jakarta Mail that knows whether a message's content may have been sent. */
final class SmtpTransport extends SMTPTransport {

    private boolean hasBegunData;

    SmtpTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** A message begins, of which nothing has been sent. */
    void begin() {
        hasBegunData = false;
    }

    /** Whether a message may have got to the server since {@link #begin}. */
    boolean hasBegunData() {
        return hasBegunData;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        hasBegunData = true;
        return super.data();
    }

    @Override
    protected OutputStream bdat() throws MessagingException {
        hasBegunData = true;
        return super.bdat();
    }
}
