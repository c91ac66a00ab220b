package org.careunit.units.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum UnitProblem implements ProblemCode {
    CHECK_FAILED(
            "unit.check-failed",
            "”{check}” kan inte kontrolleras just nu. Försök igen senare.",
            "{check} cannot be checked now: try again"),
    CANNOT_TELL(
            "unit.cannot-tell",
            "Det går inte att kontrollera just nu. Försök igen senare.",
            "This cannot be checked now: try again later"),
    NO_DIRECTORY(
            "unit.no-directory",
            "Kopplingen till EK är inte i gång: be {support} att starta den.",
            "The directory adapter does not run: have {support} start it"),
    DIRECTORY_NOT_SET_UP(
            "unit.directory-not-set-up",
            "Kopplingen till EK är installerad men inte inställd: be {support} att ställa in den.",
            "The directory adapter is installed and not set up: have {support} set it up"),
    NO_MAIL(
            "unit.no-mail",
            "Utskick av e-post är inte i gång: be {support} att starta det.",
            "The mail adapter does not run: have {support} start it"),
    MAIL_NOT_SET_UP(
            "unit.mail-not-set-up",
            "Utskick av e-post är installerat, men ingen e-postserver är angiven: be {support} att ange den.",
            "The mail adapter is installed and names no server: have {support} name it"),
    NO_COMPARISON(
            "unit.no-comparison",
            "Ingen koppling till EK är inställd, så mottagningens namn kan inte jämföras med EK:s: be {support} att "
                    + "ställa in den.",
            "No directory is set up, so the unit's name cannot be compared with the directory's: have "
                    + "{support} set it up"),
    NAME_DIFFERS(
            "unit.name-differs",
            "I EK heter mottagningen ”{theirs}” och här ”{ours}”. Rätta det namn som är fel.",
            "The directory calls the unit '{theirs}', here it is '{ours}': mend one of the names"),
    NOT_IN_DIRECTORY(
            "unit.not-in-directory",
            "Mottagningen med HSA-id {unit} saknas i EK eller har inget namn där. Be den som ansvarar "
                    + "för EK att komplettera uppgifterna.",
            "The unit {unit} is not in the directory, or has no name there: have its entry completed"),
    OTHER_REGION(
            "unit.other-region",
            "{unit} är registrerad i en annan region, {region}, och en mottagning kan inte flyttas: stäng den där "
                    + "och anslut den här med ett annat HSA-id",
            "{unit} is registered in another region, {region}, and a unit does not move: it closes "
                    + "there, and joins here under another HSA-id"),
    OTHER_NAME(
            "unit.other-name",
            "{unit} är registrerad med ett annat namn: byt namn på den",
            "{unit} is registered under another name: rename it"),
    NAME(
            "unit.name",
            "En mottagnings namn är en rad på 1 till {longest} tecken utan styrtecken; detta har " + "{length} tecken",
            "A unit's name is one line of 1 to {longest} characters without control characters; this one "
                    + "has {length} characters"),
    TWO_DOCUMENTS("unit.two-documents", "Det finns två dokument för den", "there are two documents for it"),
    NOT_ALL_NAMED(
            "unit.not-all-named",
            "Dokumentet innehåller inte allt som angavs; det innehåller {known}",
            "The document does not hold all that was named; it holds {known}"),
    NO_UNIT_NAMED("unit.no-unit-named", "Ange minst en mottagning", "Name at least one unit"),
    NO_CHANGE_SET(
            "unit.no-change-set",
            "Det finns ingen ändring {id} av mottagningars konfigurationer",
            "There is no change set {id} of units' configurations"),
    CLOSING(
            "unit.closing",
            "{unit} håller på att stängas och öppnar inte igen av sig själv: ångra stängningen om den "
                    + "var ett misstag",
            "{unit} is closing and does not open again by itself: reopen it if that was a mistake"),
    CLOSED("unit.closed", "{unit} är stängd och kan inte öppnas igen", "{unit} is closed and does not open again"),
    CLOSED_ALREADY("unit.closed-already", "{unit} är redan stängd", "{unit} is closed already"),
    NEVER_OPEN_TO_CLOSE(
            "unit.never-open-to-close",
            "{unit} är registrerad och har aldrig varit öppen: stäng den direkt, eller öppna den",
            "{unit} is registered and was never open: close it at once, or open it"),
    NEVER_OPEN(
            "unit.never-open",
            "{unit} är registrerad och har aldrig varit öppen: öppna den",
            "{unit} is registered and was never open: open it"),
    OPEN(
            "unit.open",
            "{unit} är öppen och kan få nya ärenden när som helst: börja stänga den först",
            "{unit} is open and may have new cases at any moment: start closing it first"),
    CASES_LEFT(
            "unit.cases-left",
            "{unit} har ärenden som varken är besvarade, avslutade eller återtagna. Antal: {count}. Mottagningen "
                    + "kan stängas när det inte finns några.",
            "{unit} is {state} and has cases neither answered, closed nor withdrawn, {count}: it closes "
                    + "when there is none"),
    NO_PART("unit.no-part", "Det finns ingen sådan del", "there is no such part; there are {known}"),
    NO_ENTRY("unit.no-entry", "Det finns ingen sådan uppgift", "there is no such entry; there are {known}"),
    FORMAT("unit.format", "Skriv {format}, det enda format som finns", "write {format}, the only format there is");

    private final String code;
    private final String swedish;
    private final String english;

    UnitProblem(String code, String swedish, String english) {
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
