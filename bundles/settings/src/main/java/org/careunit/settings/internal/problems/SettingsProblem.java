package org.careunit.settings.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum SettingsProblem implements ProblemCode {
    NO_ARCHIVE(
            "settings.no-archive",
            "Inget arkiv är anslutet, men mottagningen har sparat hur ofta ärenden ska arkiveras. " + "{support}",
            "There is no archive, and the unit has saved how often cases are to be archived. {support}"),
    ARCHIVE_NOT_NEEDED(
            "settings.archive-not-needed",
            "Inget arkiv är anslutet, och mottagningen har inte ställt in någon export till arkiv.",
            "There is no archive, and the unit has not set up any export to one"),
    ARCHIVE_DOWN(
            "settings.archive-down",
            "Arkivet kan inte nås just nu. {support}",
            "The archive is out of reach now. {support}"),
    ARCHIVE_LATE(
            "settings.archive-late",
            "Exporten till arkiv skulle ha gjorts den {day} men är inte klar. {support}",
            "The export to the archive was due on {day} and has not arrived. {support}"),
    ARCHIVE_STOPPED(
            "settings.archive-stopped",
            "Exporten till arkiv har stannat. {support}",
            "The export to the archive has stopped. {support}"),
    ARCHIVE_NOT_CONFIRMED(
            "settings.archive-not-confirmed",
            "Arkivet har fått ärendena, men plattformen har inte bekräftat det. {support}",
            "The archive has the cases, and the host has not confirmed it. {support}"),
    ARCHIVE_LEFT_OUT(
            "settings.archive-left-out",
            "En del ärenden kom inte med i den senaste exporten till arkiv. Antal: {cases}. De provas igen nästa "
                    + "gång. {support}",
            "{cases} cases could not be archived by the last export; the next one takes them again. " + "{support}"),
    NO_HANDLING_TIME("settings.no-handling-time", "Ingen handläggningstid är angiven.", "No handling time is said"),
    REMINDER_OFF(
            "settings.reminder-off",
            "Påminnelse via e-post till vårdgivare är avstängd.",
            "Reminders to staff are off"),
    REMINDER_DIFFERS(
            "settings.reminder-differs",
            "Påminnelse via e-post till vårdgivare: antalet arbetsdagar är {days}, men den "
                    + "längsta handläggningstiden är {longest}. Ändra så att de är lika.",
            "Staff are reminded after {days} working days, and the longest handling time is {longest}: "
                    + "make them equal"),
    NO_WORKING_DAY(
            "settings.no-working-day",
            "Mottagningen har stängt alla de närmaste {days} dagarna. Under tiden får personalen inga "
                    + "påminnelser. Ändra under Stängda dagar om det är fel.",
            "The unit's closed days leave no working day within {days} days, and no reminder to staff "
                    + "leaves until then: change the calendar unless that is meant"),
    SMS_UNUSUAL(
            "settings.sms-unusual",
            "Sms om {news} kan bli {parts} sms: {signs} finns inte bland de vanliga sms-tecknen, och då "
                    + "ryms bara 70 tecken i varje. Skriv andra tecken.",
            "SMS about {news} can become {parts} SMS: {signs} are not in the alphabet of SMS, and each has "
                    + "room for 70 characters then"),
    SMS_LONG(
            "settings.sms-long",
            "Sms om {news} kan bli {parts} sms. Gör texten kortare om det är för många.",
            "SMS about {news} can become {parts} SMS: shorten the text if that is too many"),
    RECORD_SYSTEM_OFF(
            "settings.record-system-off", "Journalavisering är avstängd.", "Record-system notification is off"),
    RECORD_SYSTEM_UNTESTED(
            "settings.record-system-untested",
            "Journalavisering är på, men journalsystemet har inte klarat något testmeddelande "
                    + "sedan inställningarna för det senast ändrades. Skicka ett testmeddelande.",
            "Record-system notification is on, and the record system has passed no test message since it "
                    + "was changed: send one"),
    RECORD_SYSTEM_DOWN(
            "settings.record-system-down",
            "Journalsystemet kan inte nås just nu. {support}",
            "The record system is out of reach now. {support}"),
    SECTION_OPEN(
            "settings.section-open",
            "{section}: spara avsnittet, eller bekräfta att det ska vara som det är.",
            "The section {section} is neither saved nor confirmed"),
    HOST_NOT_NEEDED(
            "settings.host-not-needed",
            "Inget som mottagningen har bestämt behöver uppgifter från plattformen.",
            "Nothing that the unit has decided needs the host"),
    NO_CONTACTS(
            "settings.no-contacts",
            "Påminnelse till invånare är på, men plattformen talar inte om vart påminnelserna ska skickas. Be "
                    + "{support} att ordna det, eller stäng av påminnelsen.",
            "Reminders to residents are on, and the host does not say where residents are reached: have "
                    + "{support} start that, or turn reminders off"),
    NO_IDENTITIES(
            "settings.no-identities",
            "Journalavisering är på, men plattformen talar inte om vem ett ärende gäller. Be {support} att ordna "
                    + "det, eller stäng av aviseringen.",
            "Record-system notification is on, and the host does not say whom a case is about: have "
                    + "{support} start that, or turn it off"),
    NO_CLOSED_CASES(
            "settings.no-closed-cases",
            "Mottagningen har sparat hur ofta ärenden ska arkiveras, men plattformen lämnar inte ut avslutade "
                    + "ärenden. Be {support} att ordna det.",
            "The unit has saved how often cases are archived, and the host gives no ended cases: have "
                    + "{support} start that"),
    IN_ARCHIVE(
            "settings.in-archive",
            "Paketet {package} finns redan i arkivet: dess körning avslutas när plattformen har " + "bekräftat det",
            "Package {package} is in the archive already: its run ends when the host has confirmed it"),
    NO_CARE_TYPE(
            "settings.no-care-type",
            "Det finns ingen vårdtyp {key}; det finns {known}",
            "there is no care type {key}; these are: {known}"),
    CARE_TYPE_LINE("settings.care-type-line", "Rad {line} i filen med vårdtyper är fel", "line {line}: {reason}"),
    NO_CASE_TYPE(
            "settings.no-case-type",
            "Det finns ingen ärendetyp {key}; det finns {known}",
            "there is no case type {key}; there are {known}"),
    TEXT_NAMES(
            "settings.text-names",
            "Texterna nämner {name}: skriv dem utan sådana namn, så att den som ser ett meddelande inte "
                    + "får veta vad en invånare har skickat, eller vart",
            "The texts name the {what} {name}: write them without such names, so that who sees a message "
                    + "does not learn what a resident has sent, or where"),
    NO_MUNICIPALITY(
            "settings.no-municipality",
            "Det finns ingen kommun {municipality}; skriv koden för en i länet {county}",
            "there is no municipality {municipality}; write the code of one in county {county}"),
    NO_SECTION(
            "settings.no-section",
            "Det finns inget sådant avsnitt; det finns {known}",
            "There is no such section; there are {known}"),
    LOCKED(
            "settings.locked",
            "Avsnittet {title} är låst av region {region}: det som regionen har bestämt gäller alla mottagningar i "
                    + "regionen tills regionen låser upp",
            "The section {section} ({title}) is locked by region {region}: what the region says holds at all "
                    + "of its units, until it lifts the lock"),
    NO_SUCH_NUMBER(
            "settings.no-such-number",
            "Det kan inte finnas ett sådant nummer; skriv ett med riktnummer, till exempel 08-123 456 "
                    + "78, eller med landsnummer, till exempel +46812345678, utan anknytning",
            "there can be no such number; write one with its area code, such as 08-123 456 78, or with "
                    + "its country, such as +46812345678, without an extension"),
    NOT_AT_UNIT(
            "settings.not-at-unit",
            "Mottagningen {unit} har inte avsnittet {section}. {note}",
            "Unit {unit} does not have the section {section}. {note}"),
    SIMULATES(
            "settings.simulates",
            "Mottagningen är i simulerat läge, så inget exporteras till arkiv",
            "The unit simulates, so nothing of it goes to the archive");

    private final String code;
    private final String swedish;
    private final String english;

    SettingsProblem(String code, String swedish, String english) {
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
