package org.careunit.mail.internal.answers;

import java.util.Optional;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * Result of an attempt to send. Of the mail server's replies it contains the codes only, since their text may contain
 * personal data.
 *
 * @param delivery what it means for the message; never null
 * @param fault what is wrong with the way to the mail server; empty where it spoke about the message; never null
 * @param code its reply code; 0 where there was none
 * @param status its enhanced status code (RFC 3463); empty where there was none; never null
 * @param words ours
 */
public record SmtpAnswer(DeliveryStatus delivery, Optional<MailFault> fault, int code, String status, String words) {

    public static SmtpAnswer replied(DeliveryStatus delivery, SmtpReply reply, String words) {
        return new SmtpAnswer(delivery, Optional.empty(), reply.code(), reply.status(), words);
    }

    /** The connection to the mail server was lost while a message was being sent. */
    public static SmtpAnswer connectionFailed(MailFault fault, SmtpReply reply) {
        return fault.isLasting() ? notReached(fault, reply) : of(DeliveryStatus.TEMPORARY_FAILURE, fault, reply);
    }

    /**
     * The mail server could not be reached, so no message was on the way: all of them wait, and none counts an attempt.
     */
    static SmtpAnswer notReached(MailFault fault, SmtpReply reply) {
        return of(DeliveryStatus.UNAVAILABLE, fault, reply);
    }

    private static SmtpAnswer of(DeliveryStatus delivery, MailFault fault, SmtpReply reply) {
        return new SmtpAnswer(
                delivery, Optional.of(fault), reply.code(), reply.status(), "the mail server: " + fault.what());
    }

    /** The codes and our words, in one line, for ledger and console. */
    public String reason() {
        String codes = ((code > 0 ? code + " " : "") + status).strip();
        return codes.isEmpty() ? words : codes + ": " + words;
    }
}
