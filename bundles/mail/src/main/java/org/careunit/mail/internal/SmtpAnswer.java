package org.careunit.mail.internal;

import org.careunit.api.gateways.DeliveryStatus;

/**
 * What came of an attempt.
 *
 * @param trouble what is wrong with the way to the mail server; {@link Trouble#NONE} where it spoke about the message
 * @param code its reply code; 0 where there was none
 * @param text its words, or ours where it said nothing; may repeat the message
 */
record SmtpAnswer(DeliveryStatus status, Trouble trouble, int code, String text) {

    static SmtpAnswer said(DeliveryStatus status, int code, String text) {
        return new SmtpAnswer(status, Trouble.NONE, code, text);
    }

    static SmtpAnswer troubled(Trouble trouble) {
        return new SmtpAnswer(
                trouble.closesTheChannel() ? DeliveryStatus.UNAVAILABLE : DeliveryStatus.TEMPORARY_FAILURE,
                trouble,
                0,
                "");
    }
}
