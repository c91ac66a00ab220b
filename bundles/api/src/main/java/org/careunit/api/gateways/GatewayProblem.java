package org.careunit.api.gateways;

import org.careunit.api.failure.ProblemCode;

/** What can be wrong with what goes to gateways and comes from them. */
enum GatewayProblem implements ProblemCode {
    ROUND(
            "gateway.round",
            "Ett ärendes första omgång är 1, inte {round}",
            "The first round of a case is 1, not {round}"),
    REPORT_SOURCE(
            "gateway.report-source",
            "Källan till en leveransrapport har 1 till {longest} tecken",
            "The source of a delivery report has 1 to {longest} characters"),
    REPORT_NOT_FINAL(
            "gateway.report-not-final",
            "En leveransrapport avslutar ett meddelande; det gör inte {status}",
            "A delivery report ends a message; {status} does not"),
    MAIL_SUBJECT(
            "gateway.mail-subject",
            "Ämnet i ett mejl är en rad på 1 till {longest} tecken",
            "The subject of an e-mail is one line of 1 to {longest} characters"),
    SMS_TEXT_MISSING("gateway.sms-text-missing", "Sms:et saknar text", "The text of an SMS is missing"),
    SMS_TOO_LONG(
            "gateway.sms-too-long",
            "Texten blir {parts} sms; högst {most} skickas",
            "The text is {parts} SMS; at most {most} are sent"),
    RECEIPT_IDS(
            "gateway.receipt-ids",
            "Ett sms-kvitto anger sin del med 1 till {most} id på 1 till {longest} tecken",
            "A receipt of an SMS names its part by 1 to {most} ids of 1 to {longest} characters"),
    RECEIPT_NOT_FINAL(
            "gateway.receipt-not-final",
            "Ett sms-kvitto avslutar en del; det gör inte {status}",
            "A receipt of an SMS ends a part; {status} does not");

    private final String code;
    private final String swedish;
    private final String english;

    GatewayProblem(String code, String swedish, String english) {
        this.code = code;
        this.swedish = swedish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String swedish() {
        return swedish;
    }

    @Override
    public String english() {
        return english;
    }
}
