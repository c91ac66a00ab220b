package org.careunit.settings.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum SettingsProblem implements ProblemCode {
    IN_ARCHIVE("settings.in-archive", "Paketet {package} finns redan i arkivet: dess körning avslutas när plattformen har " + "bekräftat det", "Package {package} is in the archive already: its run ends when the host has confirmed it"),
    NO_CARE_TYPE("settings.no-care-type", "Det finns ingen vårdtyp {key}; de är: {known}", "there is no care type {key}; these are: {known}"),
    CARE_TYPE_LINE("settings.care-type-line", "Rad {line} i filen med vårdtyper är fel", "line {line}: {reason}"),
    NO_CASE_TYPE("settings.no-case-type", "Det finns ingen ärendetyp {key}; det finns {known}", "there is no case type {key}; there are {known}"),
    TEXT_NAMES("settings.text-names", "Texterna nämner {name}: skriv dem utan sådana namn, så att den som ser ett meddelande inte " + "får veta vad en invånare har skickat, eller vart", "The texts name the {what} {name}: write them without such names, so that who sees a message " + "does not learn what a resident has sent, or where"),
    NO_MUNICIPALITY("settings.no-municipality", "Det finns ingen kommun {municipality}; skriv koden för en i länet {county}", "there is no municipality {municipality}; write the code of one in county {county}"),
    NO_SECTION("settings.no-section", "Det finns inget sådant avsnitt; det finns {known}", "There is no such section; there are {known}"),
    LOCKED("settings.locked", "Avsnittet {section} är låst av region {region}: det som regionen har bestämt gäller alla " + "dess mottagningar, tills den låser upp", "The section {section} is locked by region {region}: what the region says holds at all of " + "its units, until it lifts the lock"),
    NO_SUCH_NUMBER("settings.no-such-number", "Det kan inte finnas ett sådant nummer; skriv ett med riktnummer, till exempel 08-123 456 " + "78, eller med landsnummer, till exempel +46812345678, utan anknytning", "there can be no such number; write one with its area code, such as 08-123 456 78, or with " + "its country, such as +46812345678, without an extension"),
    NOT_AT_UNIT("settings.not-at-unit", "Mottagningen {unit} har inte avsnittet {section}. {note}", "Unit {unit} does not have the section {section}. {note}");

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
