package org.careunit.terms.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum TermsProblem implements ProblemCode {
    TYPE_NOT_HERE(
            "terms.type-not-here",
            "Mottagningen har inte ärendetypen {type}",
            "The unit does not have the case type {type}"),
    NONE_PUBLISHED(
            "terms.none-published",
            "Det finns ingen publicerad villkorstext för {type}. Skriv och publicera en.",
            "There are no published terms of {type}: write and publish some"),
    NO_TYPE_CHOSEN("terms.no-type-chosen", "Välj minst en ärendetyp.", "Choose one case type at least"),
    NOT_WRITTEN(
            "terms.not-written",
            "{type}: skriv och publicera en villkorstext.",
            "The terms of {type} are to be written and published"),
    NOT_ADAPTED(
            "terms.not-adapted",
            "{type}: anpassa regionens villkorstext och publicera den.",
            "The region's terms of {type} are to be adapted and published"),
    INTENDED_TOO_MANY(
            "terms.intended-too-many",
            "{count} anmärkningar är redan markerade som avsedda, och det är det högsta antalet: ta bort "
                    + "markeringarna för ord som inte finns kvar i villkorstexten",
            "Already {count} findings are marked as intended, which is the most: take back those whose "
                    + "words are not in the terms any more"),
    NOT_INTENDED(
            "terms.not-intended",
            "Ingen här har markerat anmärkningen som avsedd: se efter vem som har gjort det, och var",
            "Nobody here has marked this finding as intended: see who has, and where"),
    INTENDED_WITHOUT_WORDS(
            "terms.intended-without-words",
            "Anmärkningen {code} gäller inte ord i en punkt: rätta den",
            "Finding {code} is not about words of one point: mend it"),
    BRACES_NOT_INTENDED(
            "terms.braces-not-intended",
            "{words} är aldrig avsett som det står: ange det som ska fyllas i, eller ta bort det",
            "{words} is never intended: say what is to be filled in, or take the name " + "in braces out"),
    NO_SUCH_FINDING(
            "terms.no-such-finding",
            "Kontrollen hittar inget sådant i den senaste versionen av villkorstexten, och inte heller i "
                    + "det som gäller: spara texten först, och kontrollera den igen",
            "The check finds no such thing in the newest version of {terms}, nor in what is in "
                    + "force: save the text first, and check it again"),
    NO_DRAFT(
            "terms.no-draft",
            "Det finns inget utkast: version {version} är redan publicerad",
            "There is no draft of {terms}: version {version} is published already"),
    NOTHING_LEFT("terms.nothing-left", "Inget skulle bli kvar av villkorstexten", "Nothing would be left of {terms}"),
    PAST(
            "terms.past",
            "Den {instant} har passerat: ange en senare tid, eller publicera nu",
            "{instant} has passed: name an instant to come, or publish at once"),
    NO_DRAFT_YET(
            "terms.no-draft-yet",
            "Det finns inget utkast till villkorstexten: spara ett först",
            "There is no draft of {terms}: save one first"),
    NO_VERSION(
            "terms.no-version",
            "Det finns ingen version {version} av villkorstexten: historiken visar vilka som finns",
            "There is no version {version} of {terms}: its history says which there are"),
    NONE_IN_REGION(
            "terms.none-in-region",
            "Det finns inga villkorstexter för {type} i region {region}: skriv och publicera några",
            "There are no terms of {type} in region {region}: write and publish some"),
    NO_TYPE_IN_REGION(
            "terms.no-type-in-region",
            "Region {region} har ingen ärendetyp {type}: lägg först till den i regionens katalog",
            "Region {region} has no case type {type}: add it to the region's catalogue first"),
    NONE_IN_FORCE(
            "terms.none-in-force",
            "Mottagningen {unit} har inga gällande villkorstexter för {type}",
            "Unit {unit} has no terms of {type} in force"),
    LOCKED(
            "terms.locked",
            "Villkorstexterna för {type} är låsta av region {region}: det som regionen har bestämt gäller alla "
                    + "mottagningar i regionen tills regionen låser upp",
            "The terms of {type} are locked by region {region}: what the region says holds at all of its "
                    + "units, until it lifts the lock"),
    NO_TYPE_AT_UNIT(
            "terms.no-type-at-unit",
            "Mottagningen {unit} har ingen ärendetyp {type}: regionen delar ut en, eller mottagningen "
                    + "skapar en egen",
            "Unit {unit} has no case type {type}: its region hands one out, or the unit makes its own"),
    UNITS_OWN(
            "terms.units-own",
            "{type} är en mottagnings egen ärendetyp: ingen region har en text för den",
            "{type} is a unit's own type: no region has a text for it"),
    NO_SUCH_TYPE(
            "terms.no-such-type", "Mottagningen {unit} har ingen sådan ärendetyp", "unit {unit} has no such case type"),
    NOTHING_LEFT_OF(
            "terms.nothing-left-of", "Inget skulle bli kvar av villkorstexterna", "nothing would be left of the terms"),
    NOT_OFFERED(
            "terms.not-offered",
            "Mottagningen {unit} erbjuder inte {type}: ärendetypen är inte aktiv där",
            "Unit {unit} does not offer {type}: the type is not active there"),
    POINTS(
            "terms.points",
            "Skriv 1 till {most} punkter, och högst så många i without",
            "write 1 to {most}, and no more than that in without"),
    TWICE(
            "terms.twice",
            "Ge var och en ett eget id, som inte heller finns i without",
            "give each an id of its own, which is not in without either"),
    NOT_PUBLISHED(
            "terms.not-published",
            "Texten kan inte publiceras: {findings}",
            "The text cannot be published: {findings}"),
    ACTIVE(
            "terms.active",
            "{type} är aktiv, och det som då skulle gälla kan inte visas för invånare. {findings} "
                    + "Inaktivera ärendetypen först, eller publicera en annan text.",
            "{type} is active, and what would be in force then cannot be shown to residents. {findings} "
                    + "Deactivate the type first, or publish another text."),
    NOT_ACCEPTED(
            "terms.not-accepted",
            "Villkorstexterna för {type} på mottagningen {unit} kan inte godkännas: {findings}",
            "The terms of {type} of unit {unit} cannot be accepted: {findings}"),
    OWN_POINT_WITHOUT_TEXT(
            "terms.own-point-without-text",
            "Skriv en text; mottagningens egna ärendetyper ärver inget",
            "write it; a unit's own type inherits nothing"),
    OWN_WITHOUT(
            "terms.own-without",
            "Lämna tomt; mottagningens egna ärendetyper ärver inget",
            "leave it empty; a unit's own type inherits nothing");

    private final String code;
    private final String swedish;
    private final String english;

    TermsProblem(String code, String swedish, String english) {
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
