package org.careunit.api.failure;

/** What can be wrong with a value in a record, whichever record it is. */
public enum ValueProblem implements ProblemCode {
    YEAR("value.year", "Ange en tid inom åren {first} till {last}", "write a time within the years {first} to {last}"),
    PERIOD(
            "value.period",
            "Behörigheten kan tidigast upphöra den första dagen",
            "A permission ends on its first day at the earliest, not before it"),
    CASE_TYPE_FORMATS(
            "value.case-type-formats",
            "Skriv en lista med PDF, GIF, JPEG eller PNG; en tom lista tillåter inga bilagor",
            "write a list of PDF, GIF, JPEG and PNG; an empty one allows none"),
    CASE_TYPE_LOCAL_KEY(
            "value.case-type-local-key",
            "Nycklar som börjar med {prefix} är för mottagningarnas egna ärendetyper; välj en annan",
            "{prefix}… is for units' own types; choose another"),
    CASE_TYPE_LOCKED_WITHOUT_DAYS(
            "value.case-type-locked-without-days",
            "En låst handläggningstid måste anges, annars kan ingen mottagning aktivera ärendetypen",
            "HANDLING_TIME needs settings/handlingDays, or no unit could activate the type"),
    RANGE(
            "value.range",
            "Skriv ett heltal från {least} till {most}; här står {value}",
            "write a whole number from {least} to {most}; this is {value}"),
    LENGTH(
            "value.length",
            "Skriv en text på 1 till {longest} tecken; den här har {length}",
            "write a text of 1 to {longest} characters; this has {length}"),
    CONTROL_CHARACTERS(
            "value.control-characters",
            "Skriv rader med text, utan styrtecken",
            "write lines of text, without control characters"),
    CURSOR(
            "value.cursor",
            "Listan har inte den raden: börja om från första sidan",
            "The list has no such row: begin again with its first page"),
    PLANNED_STEP(
            "value.planned-step",
            "Det som händer med ett planerat ärende måste hända efter att det har tagits emot",
            "what happens to a planned case comes after its receipt"),
    ONE_LINE("value.one-line", "Skriv en rad", "write one line"),
    TOO_MANY_OR_NULL(
            "value.too-many-or-null",
            "Skriv högst {most} och ingen tom; här är {count}",
            "write at most {most}, none of them null; these are {count}"),
    AGES("value.ages", "Den lägsta åldern, {from}, är högre än den högsta, {to}", "{from} is above toAge, {to}"),
    EVENT_ID(
            "value.event-id",
            "Ett händelse-id har 1 till 100 bokstäver, siffror eller . _ : - och inga mellanslag; detta har "
                    + "{length} tecken",
            "An event id has 1 to 100 letters, digits or . _ : - and no blanks; this one has {length} " + "characters"),
    MUNICIPALITY_ELSEWHERE(
            "value.municipality-elsewhere",
            "Kommunen {municipality} ligger inte i länet {county}: de två första siffrorna i koden är länets",
            "Municipality {municipality} does not lie in county {county}: the first two digits are the " + "county's"),
    NOT_FAILED(
            "value.not-failed",
            "Ett meddelande i det läget har inte misslyckats",
            "A message that is {state} has not failed"),
    MISSING("value.missing", "Uppgiften saknas", "it is missing; {allowed}"),
    TOO_MANY("value.too-many", "Skriv högst {most}; här är {count}", "write at most {most}; these are {count}"),
    NULL_ITEM("value.null-item", "En av dem är tom; ta bort den", "one of them is null; leave it out"),
    LINE(
            "value.line",
            "Skriv en rad på högst {longest} tecken; den här har {length} tecken på {lines} rader",
            "write one line of at most {longest} characters; this has {length} characters in {lines} " + "lines"),
    TOO_LONG(
            "value.too-long",
            "Skriv högst {longest} tecken; här är {length}",
            "write at most {longest} characters; these are {length}"),
    MISSING_TEXT("value.missing-text", "Uppgiften saknas; skriv en text", "it is missing; write a text"),
    SMS_PARTS(
            "value.sms-parts",
            "Texten blir {parts} sms; högst {most} kan vara en text",
            "The text is {parts} SMS; at most {most} can be one text"),
    SMS_NUMBER_MISSING(
            "value.sms-number-missing",
            "Skriv ett telefonnummer, eller stäng av aviseringen via sms",
            "To be told by SMS, a number for it is needed: smsNumber is empty"),
    LINES(
            "value.lines",
            "Skriv 1 till {lines} rader och högst {longest} tecken, utan styrtecken; den här har {found} rader och "
                    + "{length} tecken",
            "write 1 to {lines} lines and at most {longest} characters, without control characters; this has "
                    + "{found} lines and {length} characters"),
    TERMS_TOO_MANY_RULES(
            "value.terms-too-many-rules",
            "Högst {most} vårdtyper i primärvården, och högst {most} namn som inte används längre",
            "primaryCareTypes, outdatedNames: at most {most} each"),
    TERMS_NUMBER("value.terms-number", "Skriv ett tal från 1 till {most}", "write a number from 1 to {most}"),
    TERMS_NAME(
            "value.terms-name",
            "Ett namn, och det som ska stå i stället, har 1 till 100 tecken",
            "a name, and what stands in its place, have 1 to 100 characters"),
    TERMS_HEX("value.terms-hex", "Skriv {digits} små hexadecimala siffror", "write {digits} small hexadecimal digits"),
    TERMS_POINT_ID(
            "value.terms-point-id",
            "En punkts id har 1 till 40 små bokstäver a-z, siffror och bindestreck, till exempel svarstid",
            "The id of a point has 1 to 40 small letters a-z, digits and hyphens, such as svarstid"),
    TERMS_POINT_TEXT(
            "value.terms-point-text",
            "Texten i punkt {id} är för lång, tom eller innehåller styrtecken",
            "The text of point {id} is not as it must be: it {allowed}"),
    TERMS_POINTS("value.terms-points", "Villkorstexter har 1 till {most} punkter", "Terms have 1 to {most} points"),
    TERMS_TWICE(
            "value.terms-twice",
            "Två punkter har id {id}: ge var och en sitt eget",
            "Two points have the id {id}: give each one of its own"),
    TERMS_HASH(
            "value.terms-hash",
            "SHA-256 av villkorstexter har 64 små hexadecimala siffror",
            "The SHA-256 of terms has 64 small hexadecimal digits"),
    TERMS_VERSION(
            "value.terms-version", "En version av villkorstexter är 0 eller mer", "A version of terms is 0 or more"),
    PSEUDONYM(
            "value.pseudonym",
            "En invånares pseudonym har 1 till {longest} tecken",
            "The pseudonym of a resident has 1 to {longest} characters");

    private final String code;
    private final String swedish;
    private final String english;

    ValueProblem(String code, String swedish, String english) {
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
