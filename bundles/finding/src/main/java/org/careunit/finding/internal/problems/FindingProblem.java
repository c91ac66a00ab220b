package org.careunit.finding.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum FindingProblem implements ProblemCode {
    NOT_JOINED("finding.not-joined", "Mottagningen är inte ansluten.", "The unit has not joined"),
    NOT_OPEN("finding.not-open", "Mottagningen är inte öppen för invånare.", "The unit is not open for residents"),
    RULE_FITS("finding.rule-fits", "Regel {number} omfattar invånaren.", "Rule {number} takes the resident in"),
    RULE_MISFITS("finding.rule-misfits", "Regel {number} passar inte: {what}.", "Rule {number} does not fit: {what}"),
    APPROVED("finding.approved", "Invånaren är godkänd av mottagningen.", "The unit has approved the resident"),
    APPROVED_UNTIL(
            "finding.approved-until",
            "Invånaren är godkänd av mottagningen till och med den {day}.",
            "The unit has approved the resident; the last day is {day}"),
    APPROVAL_ENDED(
            "finding.approval-ended",
            "Invånarens godkännande gällde till och med den {day}.",
            "The resident's approval has ended; the last day was {day}"),
    RESIDENT_NOT_APPROVED(
            "finding.resident-not-approved",
            "Invånaren är inte godkänd av mottagningen.",
            "The unit has not approved the resident"),
    NO_AREA(
            "finding.no-area",
            "Mottagningen har inget betjäningsområde och godkänner invånare en och en.",
            "The unit has no catchment area and approves residents one by one"),
    MAY_SEND("finding.may-send", "Du kan skicka ärenden till mottagningen.", "The resident may send cases to the unit"),
    MUST_BE_APPROVED(
            "finding.must-be-approved",
            "Mottagningen behöver lägga till dig innan du kan skicka ärenden. Ring mottagningen.",
            "The unit must approve the resident first"),
    OUTSIDE(
            "finding.outside",
            "Du kan inte skicka ärenden till den här mottagningen. Den tar bara emot personer från "
                    + "vissa områden eller i vissa åldrar. Ring mottagningen om du har frågor.",
            "The resident does not fit the unit's catchment area"),
    UNTIL_PAST(
            "finding.until-past",
            "Den {day} har passerat: ange dagens datum eller ett senare, eller inget datum om det "
                    + "ska gälla tills vidare",
            "{day} has passed; write today, a later day, or none for no end"),
    NOT_APPROVED(
            "finding.not-approved",
            "Invånaren är inte godkänd av mottagningen {unit}",
            "This resident is not approved by {unit}: careunit:resident-list shows who is"),
    UNKNOWN_MUNICIPALITY(
            "finding.unknown-municipality",
            "Det finns ingen kommun med koden {municipality}",
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
