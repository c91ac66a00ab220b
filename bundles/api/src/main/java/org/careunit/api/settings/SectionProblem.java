package org.careunit.api.settings;

import org.careunit.api.failure.ProblemCode;

/** Problems of sections of the settings. */
enum SectionProblem implements ProblemCode {
    INTERVAL(
            "section.interval",
            "Skriv en till tre månader, till exempel P3M, eller 1 till {most} dagar, till exempel P14D; här står "
                    + "{value}",
            "write one to three months, such as P3M, or 1 to {most} days, such as P14D; this is {value}"),
    COUNTY_MISSING(
            "section.county-missing",
            "En regel som anger en kommun ska också ange kommunens län",
            "a rule that names a municipality names its county, too"),
    MUNICIPALITY_ELSEWHERE(
            "section.municipality-elsewhere",
            "{municipality} ligger inte i länet {county}: de två första siffrorna i koden är länets",
            "{municipality} does not lie in county {county}: the first two digits are the county's"),
    AGE(
            "section.age",
            "Skriv hela år från 0 till {oldest}; här står {value}",
            "write whole years from 0 to {oldest}; this is {value}"),
    LAST_DAY(
            "section.last-day",
            "Skriv {first} eller en av de {most} dagarna efter; här står {value}",
            "write {first} or one of the {most} days after it; this is {value}"),
    NO_ADDRESS(
            "section.no-address",
            "Skriv minst en adress, eller stäng av aviseringen via e-post",
            "e-mail notification needs at least one address while it is on"),
    HOURS(
            "section.hours",
            "Skriv första dag, sista dag, från och till, till exempel 1-5#08:00#17:00: dagar från 1 "
                    + "(måndag) till 7, den sista inte före den första, och klockslag från 00:00 till 24:00, "
                    + "slutet efter början",
            "write first day, last day, from and to, such as 1-5#08:00#17:00: days from 1 (Monday) to 7, "
                    + "the last not before the first, and hours from 00:00 to 24:00, the end after the start"),
    UNTIL(
            "section.until",
            "Skriv en tid efter början, {from}; här står {value}",
            "write a time after the start, {from}; this is {value}"),
    SMS_ALPHABET(
            "section.sms-alphabet",
            "{signs} finns inte bland de vanliga sms-tecknen; skriv vanliga bokstäver, siffror och tecken",
            "{signs} is not in the alphabet of SMS; write plain letters, digits and signs"),
    SMS_LENGTH(
            "section.sms-length",
            "Skriv högst {longest} tecken; här är {length}, eftersom ^ { } [ ] ~ | \\ och € räknas dubbelt",
            "write at most {longest} characters; these are {length}, as ^ { } [ ] ~ | \\ and € count " + "double"),
    FILLED_IN(
            "section.filled-in",
            "Texter till invånare får inte ha { och }, för där fylls inget i",
            "nothing is filled in in texts to residents; write it without { and }"),
    KEY(
            "section.key",
            "Nyckeln för {what} har 1 till 60 små bokstäver a till z, siffror eller bindestreck, till "
                    + "exempel {example}",
            "the key of {what} has 1 to 60 lower-case letters a to z, digits or hyphens, for example " + "{example}"),
    LOOKS_LIKE_PERSON_NUMBER(
            "section.looks-like-person-number",
            "Texten innehåller något som ser ut som ett personnummer; ta bort det (telefonnummer skrivs "
                    + "i grupper, till exempel 08-123 45 67)",
            "it holds what looks like a personal identity number; leave it out (a telephone number is "
                    + "written in groups, such as 08-123 45 67)"),
    LINK(
            "section.link",
            "Texten innehåller en länk, eller en punkt utan mellanslag efter; ta bort länken, eller skriv ett "
                    + "mellanslag",
            "it holds a link, or a full stop without a blank behind it; leave the link out, or write the blank"),
    AT_SIGN(
            "section.at-sign",
            "Texten innehåller ett @, som i en e-postadress; ta bort det",
            "it holds an @, as in an e-mail address; leave it out"),
    SUBJECT_LENGTH(
            "section.subject-length",
            "Med det längsta namnet på en mottagning blir det {length} tecken; högst {longest} kan " + "skickas",
            "with the longest name of a unit it has {length} characters; at most {longest} can be sent"),
    PLACEHOLDER(
            "section.placeholder",
            "{placeholder} kan inte fyllas i; bara {count}, {unit} och {link} kan det",
            "{placeholder} cannot be filled in; only {count}, {unit} and {link} can"),
    SMS_PARTS(
            "section.sms-parts",
            "Med det längsta namnet på en mottagning och den längsta länken blir det {parts} sms; skriv "
                    + "så att det blir högst {most}",
            "with the longest name of a unit and the longest link it is {parts} SMS; write it so that it "
                    + "is at most {most}"),
    PAGE(
            "section.page",
            "Skriv en adress som börjar med https://, på högst 500 tecken, utan användarnamn",
            "write an address that starts with https://, of at most 500 characters, without a user name"),
    TELEPHONE(
            "section.telephone",
            "Skriv ett nummer, till exempel 08-123 45 67 eller +4681234567: 3 till 30 siffror, mellanslag eller ( ) "
                    + ". / -",
            "write one number such as 08-123 45 67 or +4681234567: 3 to 30 digits, blanks or ( ) . / -");

    private final String code;
    private final String swedish;
    private final String english;

    SectionProblem(String code, String swedish, String english) {
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
