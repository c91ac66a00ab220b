package org.careunit.mail.internal;

/**
 * What came of an attempt.
 *
 * @param trouble what is wrong with the way to the mail server; {@link Trouble#NONE} where it spoke about the message
 * @param code its reply code; 0 where there was none
 * @param text its words, or ours where it said nothing; may repeat the message
 */
record SmtpAnswer(Meaning meaning, Trouble trouble, int code, String text) {

    enum Meaning {
        ACCEPTED,
        LATER,
        REJECTED,
        FAULT,
        /** The channel rests; the message was not offered, or nobody would have taken it from us. */
        RESTS
    }

    static SmtpAnswer said(Meaning meaning, int code, String text) {
        return new SmtpAnswer(meaning, Trouble.NONE, code, text);
    }

    static SmtpAnswer troubled(Trouble trouble) {
        return new SmtpAnswer(trouble.closesTheChannel() ? Meaning.RESTS : Meaning.LATER, trouble, 0, "");
    }
}
