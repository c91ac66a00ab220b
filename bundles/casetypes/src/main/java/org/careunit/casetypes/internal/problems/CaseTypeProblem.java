package org.careunit.casetypes.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum CaseTypeProblem implements ProblemCode {
    NO_DESCRIPTION(
            "case-type.no-description",
            "Beskrivning saknas. Skriv vad invånaren kan använda ärendetypen till.",
            "The description is missing: write what residents can use the type for"),
    NO_HANDLING_DAYS(
            "case-type.no-handling-days",
            "Handläggningstid saknas. Ange inom hur många arbetsdagar mottagningen svarar.",
            "The handling time is missing: write within how many working days the unit answers"),
    NO_TERMS(
            "case-type.no-terms",
            "Villkorstext saknas. Skriv och publicera en villkorstext.",
            "There are no terms: write and publish some"),
    TERMS_NOT_NOW(
            "case-type.terms-not-now",
            "Villkorstexten kan inte kontrolleras just nu. Försök igen om en stund.",
            "The terms cannot be checked now; try again in a while"),
    NONE_CHOSEN("case-type.none-chosen", "Välj minst en ärendetyp.", "Choose one case type at least"),
    TWICE(
            "case-type.twice",
            "En nyckel finns med två gånger; skriv varje nyckel bara en gång",
            "a key stands there twice; write each once"),
    NO_REGION_VERSION(
            "case-type.no-region-version",
            "Det finns ingen version {version} av {type} i region {region}: historiken visar vilka som " + "finns",
            "There is no version {version} of {type} in region {region}: its history says which there are"),
    NOT_IN_REGION(
            "case-type.not-in-region",
            "Region {region} har ingen ärendetyp {type}",
            "Region {region} has no case type {type}"),
    UNIT_ELSEWHERE(
            "case-type.unit-elsewhere",
            "Mottagningen {unit} finns inte i region {region}",
            "The unit {unit} is not in region {region}"),
    ACTIVE(
            "case-type.active",
            "Ärendetypen är aktiv: inaktivera den innan den tas bort",
            "the type is active: deactivate it before it is taken away"),
    LOCKED(
            "case-type.locked",
            "Regionen har låst {field} i {type}: ta bort det, så gäller det som regionen har bestämt",
            "The region has locked {field} of {type}: leave it out, and what the region says holds"),
    TOO_MANY_OWN(
            "case-type.too-many-own",
            "Mottagningen {unit} har {most} egna ärendetyper och kan inte ha fler: ta först bort en",
            "The unit {unit} has {most} case types of its own, and may not have more: remove one first"),
    IS_REGIONS(
            "case-type.is-regions",
            "Ärendetypen {type} är regionens: mottagningen kan inte göra detta med den",
            "The case type {type} is the region's: the unit cannot do this with it"),
    NAME_MISSING("case-type.name-missing", "Skriv ett namn på ärendetypen", "write it; a unit's own type has one"),
    NAME_OF_REGION(
            "case-type.name-of-region",
            "Ta bort namnet; regionen namnger sina ärendetyper",
            "leave it out; the region names its types"),
    ACTIVE_AT(
            "case-type.active-at",
            "Ärendetypen {type} på {unit} är aktiv: inaktivera den först",
            "The case type {type} of {unit} is active: deactivate it first"),
    NOTHING_TO_RESTORE(
            "case-type.nothing-to-restore",
            "Det finns inget att återställa i version {version} av {type} på {unit}: historiken visar "
                    + "vad varje version var",
            "There is nothing to restore in version {version} of {type} at {unit}: its history says what "
                    + "each version was"),
    NOT_NAMED(
            "case-type.not-named",
            "Invånaren är inte utvald för {type} på {unit}",
            "This resident is not named for {type} at {unit}"),
    NOT_AT_UNIT(
            "case-type.not-at-unit",
            "Mottagningen {unit} har inte ärendetypen {type}",
            "The unit {unit} does not have the case type {type}: careunit:case-type-list shows which it " + "has");

    private final String code;
    private final String swedish;
    private final String english;

    CaseTypeProblem(String code, String swedish, String english) {
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
