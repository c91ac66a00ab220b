package org.careunit.api.cases;

import org.careunit.api.failure.ProblemCode;

/** Reason why a message was or was not sent. */
public enum MessageReason implements ProblemCode {
    /** The gateway has taken it. */
    SENT("message.sent", "Skickat", "Sent"),
    /** The gateway says that it has arrived, or the record system that it is done. */
    DELIVERED("message.delivered", "Framme", "Delivered"),
    /** It waits to be sent, or to be gathered with further news. */
    QUEUED("message.queued", "Väntar på att skickas", "Waits to be sent"),
    /** It waits, since the channel rests. */
    CHANNEL_RESTS("message.channel-rests", "Väntar: utskicken står stilla just nu", "Waits: the channel rests"),
    /** It is being handed to the gateway. */
    SENDING("message.sending", "Skickas just nu", "Is being handed to the gateway"),
    /** The gateway did not take it; it is tried again. */
    TRIED_AGAIN(
            "message.tried-again", "Kunde inte skickas, men ett nytt försök görs", "Was not taken; it is tried again"),
    /** It will be sent at a time, if nothing happens. */
    WILL_COME("message.will-come", "Skickas om inget händer", "Will be sent if nothing happens"),
    /** Everything happened but the sending, since the unit simulates. */
    SIMULATED("message.simulated", "Skickades inte: mottagningen är i simulerat läge", "Not sent: the unit simulates"),
    /** The event has come in and is not looked at yet. */
    NOT_LOOKED_AT(
            "message.not-looked-at",
            "Händelsen har kommit in och behandlas strax",
            "The event is about to be looked at"),
    /** It is due, and the host has not said yet where the resident is reached. */
    WAITS_FOR_HOST(
            "message.waits-for-host",
            "Väntar på svar om hur invånaren nås",
            "Waits for the host to say how to reach the resident"),
    /** It waits for the hours in which such messages may leave: working hours for staff, none that are quiet. */
    WAITS_FOR_HOURS(
            "message.waits-for-hours",
            "Väntar på en tid då det får skickas",
            "Waits for the hours in which it may leave"),
    /** The gateway refused the recipient. */
    REFUSED("message.refused", "Mottagaren finns inte", "The gateway refused the recipient"),
    /** It could not be sent, for a reason that is not the recipient's. */
    FAILED("message.failed", "Kunde inte skickas av tekniska skäl", "Could not be sent"),
    /** It could not leave within 7 days. */
    EXPIRED("message.expired", "Kunde inte skickas inom 7 dagar", "Could not leave within 7 days"),
    /** The recipient's address was refused before. */
    HELD_BACK(
            "message.held-back",
            "Skickades inte: adressen har avvisats tidigare",
            "Not sent: the address was refused before"),
    /** When its turn came, the case needed it no more. */
    NOT_WANTED(
            "message.not-wanted", "Skickades inte: det behövdes inte längre", "Not sent: the case needed it no more"),
    /** Its recipient no longer wanted it. */
    DECLINED_MEANWHILE(
            "message.declined-meanwhile",
            "Skickades inte: mottagaren vill inte längre få meddelandet",
            "Not sent: the recipient does not want to be told any more"),
    /** The unit has not joined, or is closed. */
    UNIT_SILENT(
            "message.unit-silent",
            "Ingen får meddelanden: mottagningen är inte ansluten eller är stängd",
            "Nobody is told: the unit has not joined or is closed"),
    /** The section that switches such messages on is off. */
    SWITCHED_OFF("message.switched-off", "Avstängt i inställningarna", "Switched off in the settings"),
    /** Whoever has the case took it. */
    TAKEN("message.taken", "Den som har ärendet tog det själv", "Whoever has the case took it"),
    /** The staff member does not want such news, or has no address. */
    DECLINED(
            "message.declined",
            "Medarbetaren har valt bort sådana meddelanden eller saknar adress",
            "The staff member does not want such news, or has no address"),
    /** The staff member wants SMS alone, and there is no SMS gateway. */
    NO_SMS_GATEWAY(
            "message.no-sms-gateway",
            "Medarbetaren vill bara ha sms, och sms kan inte skickas",
            "The staff member wants SMS alone, and there is no SMS gateway"),
    /** Neither the handler nor a case receiver nor an address of the unit can be reached. */
    NOBODY_REACHED(
            "message.nobody-reached",
            "Ingen kan nås: varken ärendehanterare, ärendemottagare eller mottagningens adresser",
            "Neither the handler nor a receiver nor an address of the unit can be reached"),
    /** The resident has chosen no way to be reminded, or the host does not know the case. */
    RESIDENT_NOT_REACHED(
            "message.resident-not-reached",
            "Invånaren har inte valt något sätt att bli påmind",
            "The resident has chosen no way to be reminded, or the host does not know the case"),
    /** Nobody knows when the case was received. */
    NOT_RECEIVED("message.not-received", "Det är okänt när ärendet kom in", "Nobody knows when the case was received"),
    /** The case was given to nobody. */
    NOT_GIVEN("message.not-given", "Ärendet är inte tilldelat någon", "The case was given to nobody"),
    /** The resident has not replied, and the case was not reopened. */
    NO_REPLY(
            "message.no-reply",
            "Invånaren har inte svarat och ärendet är inte återöppnat",
            "The resident has not replied, and the case was not reopened"),
    /** The case is answered, closed or withdrawn. */
    HANDLED(
            "message.handled",
            "Ärendet är besvarat, avslutat eller återtaget",
            "The case is answered, closed or withdrawn"),
    /** The case's type has no first-reply promise. */
    NO_PROMISE(
            "message.no-promise",
            "Ärendetypen lovar inget första svar inom en viss tid",
            "The case's type has no first-reply promise"),
    /** Staff have replied in part or asked a counter-question. */
    REPLIED(
            "message.replied",
            "Invånaren har fått ett första svar eller en motfråga",
            "Staff have replied in part or asked a counter-question"),
    /** A counter-question waits for the resident's reply. */
    RESTING(
            "message.resting",
            "Ärendet väntar på invånarens svar",
            "A counter-question waits for the resident's reply"),
    /** There is no answer to read. */
    NOT_ANSWERED("message.not-answered", "Ärendet har inget svar att läsa", "There is no answer to read"),
    /** The answer is read, or the case withdrawn. */
    ANSWER_READ(
            "message.answer-read",
            "Svaret är läst eller ärendet återtaget",
            "The answer is read, or the case withdrawn"),
    /** It fell due while such reminders were switched off. */
    PASSED_WHILE_OFF(
            "message.passed-while-off",
            "Påminnelserna var avstängda när tiden gick ut",
            "It fell due while such reminders were switched off"),
    /** It fell due before the unit was open, or had clocks. */
    PASSED_BEFORE_UNIT(
            "message.passed-before-unit",
            "Tiden gick ut innan mottagningen öppnade eller påminnelser fanns",
            "It fell due before the unit opened or reminders existed"),
    /** The unit's closed days leave no working day. */
    NO_WORKING_DAY(
            "message.no-working-day",
            "Mottagningen har inga arbetsdagar: alla dagar är stängda",
            "The unit's closed days leave no working day");

    private final String code;
    private final String swedish;
    private final String english;

    MessageReason(String code, String swedish, String english) {
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
