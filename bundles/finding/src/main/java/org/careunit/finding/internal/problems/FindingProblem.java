package org.careunit.finding.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum FindingProblem implements ProblemCode {
    UNTIL_PAST(
            "finding.until-past",
            "{day} har passerat; skriv i dag, en senare dag eller ingen för utan slut",
            "{day} has passed; write today, a later day, or none for no end"),
    NOT_APPROVED(
            "finding.not-approved",
            "Invånaren är inte godkänd av {unit}: careunit:resident-list visar vilka som är det",
            "This resident is not approved by {unit}: careunit:resident-list shows who is"),
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
