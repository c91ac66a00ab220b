package org.careunit.mail.internal;

import java.util.Optional;

/**
 * Result of an attempt. Nothing in it comes from the mail server but its codes: its words may tell of a person.
 *
 * @param fault what is wrong with the way to the mail server; empty where it spoke about the message; never null
 * @param code its reply code; 0 where there was none
 * @param status its enhanced status code (RFC 3463); empty where there was none; never null
 * @param words ours
 */
record SmtpAnswer(Meaning meaning, Optional<MailFault> fault, int code, String status, String words) {

    enum Meaning {
        ACCEPTED,
        LATER,
        REJECTED,
        FAULT,
        /** The channel rests; the message was not offered, or nobody would have taken it from us. */
        RESTS
    }

    static SmtpAnswer said(Meaning meaning, SmtpReply reply, String words) {
        return new SmtpAnswer(meaning, Optional.empty(), reply.code(), reply.status(), words);
    }

    static SmtpAnswer troubled(MailFault fault, SmtpReply reply) {
        return new SmtpAnswer(
                fault.isLasting() ? Meaning.RESTS : Meaning.LATER,
                Optional.of(fault),
                reply.code(),
                reply.status(),
                "the mail server: " + fault.what());
    }

    /** The codes and our words, in one line, for ledger and console. */
    String reason() {
        String codes = ((code > 0 ? code + " " : "") + status).strip();
        return codes.isEmpty() ? words : codes + ": " + words;
    }
}
