package org.careunit.notifications.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum NotificationProblem implements ProblemCode {
    SMS_NOT_SET_UP(
            "notification.sms-not-set-up",
            "{staff} har valt sms, men ingen sms-tjänst är ansluten: be {support} att ansluta en.",
            "{staff} has chosen SMS, and no SMS gateway is set up: have {support} set one up"),
    NOBODY_REMINDED(
            "notification.nobody-reminded",
            "Ingen kunde påminnas om ärenden som inte har hanterats i tid. Antal: {cases}. Ge "
                    + "någon behörigheten ärendemottagare, eller skriv en adress under Avisering via e-post.",
            "{cases} cases were not handled in time and nobody could be reminded: grant somebody the "
                    + "receiver role, or write an address"),
    ADDRESS_SUPPRESSED(
            "notification.address-suppressed",
            "Mottagningens adress {address} är spärrad: e-postservern har avvisat den. Rätta den under "
                    + "Avisering via e-post.",
            "The unit's address {address} is suppressed: the mail server has refused it"),
    RECEIVER_NOT_REACHED(
            "notification.receiver-not-reached",
            "Ärendemottagaren {receiver} har ingen avisering som fungerar. Be personen att välja e-post i sina "
                    + "personliga inställningar.",
            "The receiver {receiver} has no channel that works: they choose e-mail in their personal " + "settings"),
    RECEIVER_SUPPRESSED(
            "notification.receiver-suppressed",
            "Adressen till ärendemottagaren {receiver} är spärrad: e-postservern har avvisat den. Be personen att "
                    + "rätta den i sina personliga inställningar.",
            "The address of the receiver {receiver} is suppressed: the mail server has refused it"),
    NO_TEST_MESSAGE(
            "notification.no-test-message",
            "Inget testmeddelande skickas från mottagningen nu",
            "No test message goes out: {reason}"),
    NOT_WANTED(
            "notification.not-wanted",
            "{staff} har inte valt den sortens avisering på {unit}, eller har ingen adress: välj den och spara "
                    + "först",
            "{staff} does not want to be told by {channel} at {unit}, or has no address: choose it and "
                    + "save first"),
    EVENT_TYPE(
            "notification.event-type",
            "Det finns ingen sådan händelse; det finns {types}",
            "this is not one of {types}"),
    BATCH(
            "notification.batch",
            "En sändning har högst {most} händelser; den här har {count}",
            "A batch holds at most {most} events; this one has {count}"),
    NO_TEXT(
            "notification.no-text",
            "Ingen text är lagd åt sidan med det namnet",
            "No text is set aside under that name: see careunit:event-refused"),
    SIMULATES(
            "notification.simulates",
            "Mottagningen är i simulerat läge: inga meddelanden skickas och inget exporteras till "
                    + "arkiv. Stäng av simulerat läge när mottagningen ska tas i bruk.",
            "The unit simulates: no message is sent and nothing goes to the archive"),
    MONTHS(
            "notification.months",
            "Välj 1 till {most} månader, den första först",
            "Ask for 1 to {most} months, the first one first"),
    UNIT_SILENT(
            "notification.unit-silent",
            "Mottagningen är inte ansluten eller är stängd",
            "No such unit has joined, or it is closed"),
    NO_CASE("notification.no-case", "Inget är känt om ett sådant ärende", "Nothing is known of such a case"),
    NO_MESSAGE("notification.no-message", "Det finns inget meddelande {id}", "There is no message {id}"),
    NOT_FAILED(
            "notification.not-failed",
            "Meddelandet {id} har inte misslyckats; bara ett som misslyckats kan skickas igen",
            "Message {id} is {state}; only one that failed can be sent again"),
    NO_RECIPIENT(
            "notification.no-recipient",
            "Meddelandet {id} har inte längre någon mottagare: de vill inte ha det nu, eller det "
                    + "avslutades för mer än 24 timmar sedan",
            "Message {id} has no recipient any more: they do not want to be told now, or it ended more "
                    + "than 24 hours ago"),
    NOT_PARKED(
            "notification.not-parked",
            "Meddelandet {id} är inte parkerat; bara ett parkerat meddelande till ett journalsystem kan " + "kastas",
            "Message {id} is {state}; only a record system's notice that is parked can be discarded"),
    NO_RECORD_SYSTEM("notification.no-record-system", "Mottagningen har inget journalsystem, eller två", "{reason}");

    private final String code;
    private final String swedish;
    private final String english;

    NotificationProblem(String code, String swedish, String english) {
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
