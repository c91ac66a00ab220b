package org.careunit.units.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why a list of counties and municipalities is refused. */
public enum GeographyProblem implements ProblemCode {
    LINE(
            "geography.line",
            "Skriv en kod, ett komma och ett namn, till exempel 0180,Stockholm",
            "write a code, a comma and a name, for example 0180,Stockholm"),
    NAME(
            "geography.name",
            "Ett namn har 1 till {longest} tecken, i UTF-8",
            "a name has 1 to {longest} characters, in UTF-8"),
    COUNTY_TWICE("geography.county-twice", "Länet {county} står där två gånger", "county {county} stands there twice"),
    COUNTY_FIRST(
            "geography.county-first",
            "Länet {county} ska stå före sina kommuner",
            "county {county} must stand before its municipalities"),
    MUNICIPALITY_TWICE(
            "geography.municipality-twice",
            "Kommunen {municipality} står där två gånger",
            "municipality {municipality} stands there twice"),
    NO_MUNICIPALITY(
            "geography.no-municipality", "Länet {county} har ingen kommun", "County {county} has no municipality"),
    NO_COUNTY("geography.no-county", "Det finns inget län i den", "There is no county in it");

    private final String code;
    private final String swedish;
    private final String english;

    GeographyProblem(String code, String swedish, String english) {
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
