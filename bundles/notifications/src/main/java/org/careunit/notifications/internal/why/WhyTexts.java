package org.careunit.notifications.internal.why;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.time.SwedishTime;

/** What each reason is called: in Swedish for people in a unit, in English for operators. */
public final class WhyTexts {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(SwedishTime.ZONE);

    private record Text(String swedish, String english) {}

    private static final Map<MessageReason, Text> TEXTS = Map.ofEntries(
            entry(MessageReason.SENT, new Text("Skickat", "Sent")),
            entry(MessageReason.DELIVERED, new Text("Framme", "Delivered")),
            entry(MessageReason.QUEUED, new Text("Väntar på att skickas", "Waits to be sent")),
            entry(
                    MessageReason.CHANNEL_RESTS,
                    new Text("Väntar: utskicken står stilla just nu", "Waits: the channel rests")),
            entry(MessageReason.SENDING, new Text("Skickas just nu", "Is being handed to the gateway")),
            entry(
                    MessageReason.TRIED_AGAIN,
                    new Text("Kunde inte skickas och provas igen", "Was not taken; it is tried again")),
            entry(MessageReason.WILL_COME, new Text("Skickas om inget händer", "Will be sent if nothing happens")),
            entry(
                    MessageReason.SIMULATED,
                    new Text("Skickades inte: mottagningen är i simulerat läge", "Not sent: the unit simulates")),
            entry(
                    MessageReason.NOT_LOOKED_AT,
                    new Text("Händelsen har kommit in och behandlas strax", "The event is about to be looked at")),
            entry(
                    MessageReason.WAITS_FOR_HOST,
                    new Text(
                            "Väntar på svar om hur invånaren nås",
                            "Waits for the host to say how to reach the resident")),
            entry(MessageReason.REFUSED, new Text("Mottagaren finns inte", "The gateway refused the recipient")),
            entry(MessageReason.FAILED, new Text("Kunde inte skickas av tekniska skäl", "Could not be sent")),
            entry(MessageReason.EXPIRED, new Text("Kunde inte skickas inom 7 dagar", "Could not leave within 7 days")),
            entry(
                    MessageReason.HELD_BACK,
                    new Text(
                            "Inte skickat: adressen har avvisats tidigare",
                            "Not sent: the address was refused before")),
            entry(
                    MessageReason.NOT_WANTED,
                    new Text("Skickades inte: det behövdes inte längre", "Not sent: the case needed it no more")),
            entry(
                    MessageReason.DECLINED_MEANWHILE,
                    new Text(
                            "Skickades inte: mottagaren vill inte längre få meddelandet",
                            "Not sent: the recipient does not want to be told any more")),
            entry(
                    MessageReason.UNIT_SILENT,
                    new Text(
                            "Ingen får meddelanden: mottagningen är inte ansluten eller är stängd",
                            "Nobody is told: the unit has not joined or is closed")),
            entry(MessageReason.SWITCHED_OFF, new Text("Avstängt i inställningarna", "Switched off in the settings")),
            entry(MessageReason.TAKEN, new Text("Den som har ärendet tog det själv", "Whoever has the case took it")),
            entry(
                    MessageReason.DECLINED,
                    new Text(
                            "Medarbetaren har valt bort sådana meddelanden eller saknar adress",
                            "The staff member does not want such news, or has no address")),
            entry(
                    MessageReason.NO_SMS_GATEWAY,
                    new Text(
                            "Medarbetaren vill bara ha sms, och sms kan inte skickas",
                            "The staff member wants SMS alone, and there is no SMS gateway")),
            entry(
                    MessageReason.NOBODY_REACHED,
                    new Text(
                            "Ingen kan nås: varken ärendehanterare, ärendemottagare eller mottagningens adresser",
                            "Neither the handler nor a receiver nor an address of the unit can be reached")),
            entry(
                    MessageReason.RESIDENT_NOT_REACHED,
                    new Text(
                            "Invånaren har inte valt något sätt att bli påmind",
                            "The resident has chosen no way to be reminded, or the host does not know the case")),
            entry(
                    MessageReason.NOT_RECEIVED,
                    new Text("Det är okänt när ärendet kom in", "Nobody knows when the case was received")),
            entry(MessageReason.NOT_GIVEN, new Text("Ärendet är inte tilldelat någon", "The case was given to nobody")),
            entry(
                    MessageReason.NO_REPLY,
                    new Text(
                            "Invånaren har inte svarat och ärendet är inte återöppnat",
                            "The resident has not replied, and the case was not reopened")),
            entry(
                    MessageReason.HANDLED,
                    new Text(
                            "Ärendet är besvarat, avslutat eller återtaget",
                            "The case is answered, closed or withdrawn")),
            entry(
                    MessageReason.NO_PROMISE,
                    new Text(
                            "Ärendetypen lovar inget första svar inom en viss tid",
                            "The case's type has no first-reply promise")),
            entry(
                    MessageReason.REPLIED,
                    new Text(
                            "Invånaren har fått ett första svar eller en motfråga",
                            "Staff have replied in part or asked a counter-question")),
            entry(
                    MessageReason.RESTING,
                    new Text("Ärendet väntar på invånarens svar", "A counter-question waits for the resident's reply")),
            entry(
                    MessageReason.NOT_ANSWERED,
                    new Text("Ärendet har inget svar att läsa", "There is no answer to read")),
            entry(
                    MessageReason.ANSWER_READ,
                    new Text("Svaret är läst eller ärendet återtaget", "The answer is read, or the case withdrawn")),
            entry(
                    MessageReason.PASSED_WHILE_OFF,
                    new Text(
                            "Påminnelserna var avstängda när tiden gick ut",
                            "It fell due while such reminders were switched off")),
            entry(
                    MessageReason.PASSED_BEFORE_UNIT,
                    new Text(
                            "Tiden gick ut innan mottagningen öppnade eller påminnelser fanns",
                            "It fell due before the unit opened or reminders existed")),
            entry(
                    MessageReason.NO_WORKING_DAY,
                    new Text(
                            "Mottagningen har inga arbetsdagar: alla dagar är stängda",
                            "The unit's closed days leave no working day")));

    private WhyTexts() {}

    static String swedish(MessageReason reason, Optional<Instant> at, Optional<DecidingVersion> by, String channel) {
        return TEXTS.get(reason).swedish()
                + at.map(when -> ", " + MINUTE.format(when)).orElse("")
                + (channel.isEmpty() ? "" : ", via " + swedish(channel))
                + by.map(WhyTexts::swedish).orElse("");
    }

    static String english(MessageReason reason, Optional<Instant> at, Optional<DecidingVersion> by, String channel) {
        return TEXTS.get(reason).english()
                + at.map(when -> ", " + MINUTE.format(when)).orElse("")
                + (channel.isEmpty() ? "" : ", by " + channel)
                + by.map(WhyTexts::english).orElse("");
    }

    private static String swedish(String channel) {
        return switch (channel) {
            case "email" -> "e-post";
            case "journal" -> "journalsystemet";
            default -> channel;
        };
    }

    private static String swedish(DecidingVersion by) {
        String whose =
                switch (by.level()) {
                    case UNIT -> "mottagningens inställning " + by.section();
                    case REGION -> "regionens förval för " + by.section();
                    case PERSON -> "personliga inställningar";
                    case DEFAULT -> by.section() + ", som ingen har ändrat";
                };
        return " (" + whose + saved(by, "version", "sparad av") + ")";
    }

    private static String english(DecidingVersion by) {
        String whose =
                switch (by.level()) {
                    case UNIT -> "the unit's section " + by.section();
                    case REGION -> "the region's default of " + by.section();
                    case PERSON -> "personal settings";
                    case DEFAULT -> by.section() + ", which nobody has changed";
                };
        return " (" + whose + saved(by, "version", "saved by") + ")";
    }

    private static String saved(DecidingVersion by, String version, String savedBy) {
        return (by.version() == 0 ? "" : ", " + version + " " + by.version())
                + by.savedBy().map(who -> ", " + savedBy + " " + who).orElse("")
                + by.savedAt().map(when -> " " + MINUTE.format(when)).orElse("");
    }
}
