package org.careunit.mail.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.time.SwedishTime;
import org.careunit.mail.internal.MailSettings.Sender;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * Builds the MIME message of an e-mail. Its Message-ID comes from the message's id, so that a second copy can be known
 * by it.
 */
final class MimeEmail extends SMTPMessage {

    private final String messageId;
    private String reply = "";

    private MimeEmail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param token for the return address; may be empty */
    static MimeEmail of(Session session, Sender sender, OutgoingMail mail, String token, Instant now)
            throws MessagingException {
        MimeEmail letter =
                new MimeEmail(session, "<" + mail.id() + "@" + sender.address().domain() + ">");
        letter.setEnvelopeFrom(sender.bounces().with(token));
        letter.setFrom(address(sender.address().value(), sender.name()));
        letter.setRecipient(Message.RecipientType.TO, address(mail.to().value(), ""));
        letter.setSubject(mail.subject(), UTF_8.name());
        letter.setText(mail.text(), UTF_8.name());
        letter.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(SwedishTime.ZONE)));
        letter.setHeader("Content-Language", "sv");
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        letter.saveChanges();
        return letter;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        InternetAddress made = new InternetAddress();
        made.setAddress(address); // validated before; not to be parsed again by other rules
        try {
            made.setPersonal(name.isEmpty() ? null : name, UTF_8.name());
        } catch (UnsupportedEncodingException unexpected) {
            throw new MessagingException("Every Java knows UTF-8", unexpected);
        }
        return made;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    void acceptedWith(String serversReply) {
        reply = serversReply;
    }

    /** The mail server's reply when it accepted the message; empty before. */
    String reply() {
        return reply;
    }
}
