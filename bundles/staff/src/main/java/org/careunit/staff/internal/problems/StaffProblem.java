package org.careunit.staff.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum StaffProblem implements ProblemCode {
    OWN_SETTINGS_OPEN(
            "staff.own-settings-open",
            "Gör dina personliga inställningar och spara dem.",
            "Make your personal settings and save them"),
    NOT_AT_UNIT(
            "staff.not-at-unit",
            "Den som frågar har ingen behörighet på mottagningen.",
            "Whoever asks has no permission at the unit"),
    OTHERS_OPEN(
            "staff.others-open",
            "De här har inte sparat sina personliga inställningar: {staff}.",
            "These have not saved their personal settings: {staff}"),
    NO_PERMISSION(
            "staff.no-permission",
            "{staff} har ingen behörighet på {unit} och därför inga personliga inställningar där",
            "{staff} has no permission at {unit}, and so no personal settings there"),
    NUMBER_FORM(
            "staff.number-form",
            "Numret är skrivet på annat sätt; läs in det först",
            "this number is written in another way; have it read first"),
    SIGNATURE_NOT_CONFIRMED(
            "staff.signature-not-confirmed",
            "Identiteten är skyddad, och en egen signatur ersätter mottagningens namn: bekräfta att den ska "
                    + "göra det",
            "This identity is protected, and a signature of one's own would stand in place of the unit's "
                    + "name: it must be confirmed (signatureConfirmed)"),
    PROTECTED(
            "staff.protected",
            "Identiteten är skyddad: varken tilltalsnamnet eller signaturen får innehålla en "
                    + "e-postadress eller ett telefonnummer",
            "This identity is protected: neither the display name nor the signature may hold an e-mail "
                    + "address or a telephone number"),
    NOT_THE_PERSON(
            "staff.not-the-person",
            "Bara personen själv kan ändra sina personliga inställningar",
            "Personal settings are changed by the person alone (personen själv), and by nobody for them");

    private final String code;
    private final String swedish;
    private final String english;

    StaffProblem(String code, String swedish, String english) {
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
