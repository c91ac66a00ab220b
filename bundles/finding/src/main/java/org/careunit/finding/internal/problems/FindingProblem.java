package org.careunit.finding.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum FindingProblem implements ProblemCode {
    UNTIL_PAST(
            "finding.until-past",
            "{day} har passerat: skriv dagens datum eller ett senare, eller inget datum om det "
                    + "ska gälla tills vidare",
            "{day} has passed; write today, a later day, or none for no end"),
    NOT_APPROVED(
            "finding.not-approved",
            "Invånaren är inte godkänd av {unit}: careunit:resident-list visar vilka som är det",
            "This resident is not approved by {unit}: careunit:resident-list shows who is"),
    LINE(
            "finding.line",
            "Skriv en kod, ett komma och ett namn, till exempel 0180,Stockholm",
            "write a code, a comma and a name, for example 0180,Stockholm"),
    NAME(
            "finding.name",
            "Ett namn har 1 till {longest} tecken, i UTF-8",
            "a name has 1 to {longest} characters, in UTF-8"),
    COUNTY_TWICE("finding.county-twice", "Länet {county} står där två gånger", "county {county} stands there twice"),
    COUNTY_FIRST(
            "finding.county-first",
            "Länet {county} ska stå före sina kommuner",
            "county {county} must stand before its municipalities"),
    MUNICIPALITY_TWICE(
            "finding.municipality-twice",
            "Kommunen {municipality} står där två gånger",
            "municipality {municipality} stands there twice"),
    NO_MUNICIPALITY(
            "finding.no-municipality", "Länet {county} har ingen kommun", "County {county} has no municipality"),
    NO_COUNTY("finding.no-county", "Det finns inget län i den", "There is no county in it"),
    UNKNOWN_MUNICIPALITY(
            "finding.unknown-municipality",
            "Det finns ingen kommun {municipality}: careunit:municipality-list visar dem som finns",
            "There is no municipality {municipality}: careunit:municipality-list shows those there are");

    private final String code;
    private final String swedish;
    private final String english;

    FindingProblem(String code, String swedish, String english) {
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
