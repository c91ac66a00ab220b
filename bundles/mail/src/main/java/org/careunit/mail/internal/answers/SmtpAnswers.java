package org.careunit.mail.internal.answers;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.mail.internal.ConnectFailedException;
import org.careunit.mail.internal.ConnectionsBusyException;
import org.careunit.mail.internal.LoginNotOfferedException;
import org.careunit.operations.connection.ConnectionFault;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Interprets a mail server's replies, and their absence. */
public final class SmtpAnswers {

    /** The reply after which a mail server closes the connection. */
    public static final int CLOSING = 421;

    private static final int WANTS_LOGIN = 530;
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535);
    private static final Set<Integer> TLS = Set.of(523, 538);

    private SmtpAnswers() {}

    /** Interprets the reply with which the mail server accepted a message. */
    public static SmtpAnswer accepted(String reply) {
        return SmtpAnswer.replied(DeliveryStatus.ACCEPTED, SmtpReply.of(reply), "the mail server has taken it over");
    }

    /** Interprets the failure of an attempt. */
    public static SmtpAnswer failed(Throwable failure) {
        // Jakarta Mail's next exception is its cause
        List<Throwable> chain = ConnectionFault.causes(failure).toList();
        for (Throwable link : chain) {
            if (link instanceof SMTPAddressFailedException refusal && refusal.getReturnCode() > 0) {
                return refused(SmtpReply.of(refusal.getMessage()), true);
            }
            if (link instanceof SMTPSendFailedException refusal && refusal.getReturnCode() > 0) {
                return refused(SmtpReply.of(refusal.getMessage()), !isAboutSender(refusal));
            }
        }
        return holds(chain, ConnectFailedException.class) ? notConnected(chain) : silent(chain);
    }

    /** There is one recipient to a message, so what is said of the message itself may be about the recipient. */
    private static boolean isAboutSender(SMTPSendFailedException refusal) {
        String command = refusal.getCommand();
        return command != null && command.toUpperCase(Locale.ROOT).startsWith("MAIL");
    }

    private static SmtpAnswer refused(SmtpReply reply, boolean recipientStep) {
        if (reply.code() == 0) {
            return SmtpAnswer.connectionFailed(MailFault.LOST, reply);
        }
        if (!reply.isPermanent()) {
            return SmtpAnswer.replied(DeliveryStatus.TEMPORARY_FAILURE, reply, SmtpReplyClassifier.Blame.LATER.words());
        }
        if (TLS.contains(reply.code())
                || (reply.code() == WANTS_LOGIN && reply.words().contains("tls"))) {
            return SmtpAnswer.connectionFailed(MailFault.NO_TLS, reply);
        }
        if (LOGIN.contains(reply.code())) {
            return SmtpAnswer.connectionFailed(MailFault.LOGIN, reply);
        }
        SmtpReplyClassifier.Blame blame = SmtpReplyClassifier.of(reply, recipientStep);
        return SmtpAnswer.replied(blame.delivery(), reply, blame.words());
    }

    /** A failure to connect affects all messages, so the channel rests instead of the message. */
    private static SmtpAnswer notConnected(List<Throwable> chain) {
        if (holds(chain, LoginNotOfferedException.class)) {
            return SmtpAnswer.notReached(MailFault.NO_LOGIN, SmtpReply.NONE);
        }
        if (holds(chain, IOException.class)) {
            return SmtpAnswer.notReached(MailFault.of(chain.get(0)), SmtpReply.NONE);
        }
        String said = String.valueOf(chain.get(chain.size() - 1).getMessage());
        SmtpReply reply = SmtpReply.of(said);
        if (reply.code() >= 400 && !reply.isPermanent() && !said.contains("TLS")) {
            return SmtpAnswer.notReached(MailFault.REFUSED, reply);
        }
        if (holds(chain, AuthenticationFailedException.class)) {
            return SmtpAnswer.notReached(MailFault.LOGIN, reply);
        }
        return SmtpAnswer.notReached(said.contains("TLS") ? MailFault.NO_STARTTLS : MailFault.REFUSED, reply);
    }

    private static SmtpAnswer silent(List<Throwable> chain) {
        if (holds(chain, ConnectionsBusyException.class)) {
            return SmtpAnswer.connectionFailed(MailFault.BUSY, SmtpReply.NONE);
        }
        boolean fromTheServer = holds(chain, MessagingException.class) || holds(chain, InterruptedException.class);
        if (!fromTheServer) {
            String fault = "fault in Careunit: "
                    + chain.get(chain.size() - 1).getClass().getSimpleName();
            return SmtpAnswer.replied(DeliveryStatus.TECHNICAL_FAILURE, SmtpReply.NONE, fault);
        }
        MailFault fault = MailFault.of(chain.get(0));
        return SmtpAnswer.connectionFailed(fault == MailFault.HANDSHAKE ? MailFault.LOST : fault, SmtpReply.NONE);
    }

    private static boolean holds(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }
}
