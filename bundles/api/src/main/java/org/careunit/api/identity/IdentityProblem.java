package org.careunit.api.identity;

import org.careunit.api.failure.ProblemCode;

/** What can be wrong with ids, codes, addresses and numbers. */
enum IdentityProblem implements ProblemCode {
    ACTOR(
            "identity.actor",
            "Uppgiften om den som agerar ska ha 1 till 100 tecken",
            "The {what} of the one who acts must have 1 to 100 characters"),
    CASE_ID(
            "identity.case-id",
            "{value} är inte ett ärende-id: skriv 1 till 100 bokstäver, siffror eller . _ : - utan mellanslag",
            "{value} is not a case id: write 1 to 100 letters, digits or . _ : - without blanks"),
    CASE_TYPE_KEY(
            "identity.case-type-key",
            "{value} är inte en ärendetyps nyckel: skriv 1 till 40 små bokstäver a-z, siffror och "
                    + "bindestreck, till exempel boka-tid",
            "{value} is not the key of a case type: write 1 to 40 small letters a-z, digits and hyphens, "
                    + "for example boka-tid"),
    COUNTY(
            "identity.county",
            "{value} är inte en länskod: skriv dess två siffror, till exempel 01 för Stockholm",
            "{value} is not the code of a county: write its two digits, for example 01 for Stockholm"),
    EMAIL(
            "identity.email",
            "Detta är inte en e-postadress (den har {length} tecken): skriv namn@domän, till exempel "
                    + "mottagning@example.org, utan mellanslag, å, ä och ö",
            "This is not an e-mail address (it has {length} characters): write name@domain, for example "
                    + "mottagning@example.org, without blanks, å, ä or ö"),
    HSA_ID(
            "identity.hsa-id",
            "{value} är inte ett HSA-id: skriv SE, 10 eller 12 siffror, ett bindestreck och bokstäver A "
                    + "till Z eller siffror, högst 31 tecken, till exempel SE1111111111-A1B2",
            "{value} is not an HSA-id: write SE, 10 or 12 digits, a hyphen and letters A to Z or digits, "
                    + "31 characters at most, for example SE1111111111-A1B2"),
    MUNICIPALITY(
            "identity.municipality",
            "{value} är inte en kommunkod: skriv dess fyra siffror, till exempel 0180 för Stockholm",
            "{value} is not the code of a municipality: write its four digits, for example 0180 for " + "Stockholm"),
    PERSON_NUMBER_FORM(
            "identity.person-number-form",
            "Ett personnummer skrivs här med tolv siffror och inget annat",
            "A personal identity number is written here with twelve digits and nothing else"),
    IS_PERSON_NUMBER(
            "identity.is-person-number",
            "Detta får inte vara ett personnummer: använd ett namn som inte avslöjar vem det gäller",
            "{what} must not be a personal identity number: give a name that tells nobody who it is about"),
    TELEPHONE(
            "identity.telephone",
            "Detta är inte ett telefonnummer med landsnummer: skriv + och 7 till 15 siffror, till exempel "
                    + "+46812345678, utan mellanslag",
            "This is not a telephone number with its country: write + and 7 to 15 digits, for example "
                    + "+46812345678, without blanks");

    private final String code;
    private final String swedish;
    private final String english;

    IdentityProblem(String code, String swedish, String english) {
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
