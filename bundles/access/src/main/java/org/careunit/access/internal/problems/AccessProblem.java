package org.careunit.access.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum AccessProblem implements ProblemCode {
    NO_COLLEAGUE(
            "access.no-colleague",
            "Ge behörigheter till minst en kollega: just nu har högst en person behörighet.",
            "Give permissions to one colleague at least: one person at most has any now"),
    ONE_ADMINISTRATOR(
            "access.one-administrator",
            "Mottagningen har bara en administratör. Ge behörigheten till minst en person till.",
            "The unit has one administrator alone: give the permission to one person more at least"),
    NOBODY_WITH_PERMISSION(
            "access.nobody-with-permission",
            "Ingen på mottagningen har just nu behörigheten {name}.",
            "Nobody at the unit has the permission {permission} ({name}) now"),
    LOCKED("access.locked", "Kontot är låst på mottagningen.", "The account is locked at the unit"),
    EMPLOYMENT_ENDED(
            "access.employment-ended",
            "Anställningen har upphört enligt EK. Behörigheterna har ingen verkan längre.",
            "The employment has ended by the directory: the permissions have no effect any more"),
    EMPLOYMENT_ENDS(
            "access.employment-ends",
            "Anställningen upphör enligt EK. Sista dagen är den {day}.",
            "The employment ends by the directory: the last day is {day}"),
    PERMISSION_ENDS(
            "access.permission-ends",
            "Behörigheten {name} upphör. Sista dagen är den {day}.",
            "The permission {permission} ({name}) ends: the last day is {day}"),
    NO_ACCOUNT(
            "access.no-account",
            "{staff} har inget konto: registrera personen med personnummer",
            "{staff} has no account: register them, by their personal identity number"),
    NO_REGION_ADMINISTRATOR(
            "access.no-region-administrator",
            "{staff} är inte regionadministratör i region {region}",
            "{staff} is not an administrator of region {region}"),
    LAST_ADMINISTRATOR(
            "access.last-administrator",
            "{staff} är den sista på {unit} som har behörigheten {permission} nu och utan slutdatum: ge "
                    + "först behörigheten till någon annan",
            "{staff} is the last unit administrator ({permission}) of {unit} who is one now and without "
                    + "an end: make somebody else one first"),
    HAS_ACCOUNT(
            "access.has-account",
            "{staff} har redan ett konto: tilldela behörigheterna till det",
            "{staff} has an account already: assign the permissions to it"),
    NO_VERSION(
            "access.no-version",
            "Det finns ingen version {version} av behörigheterna för {staff} på {unit}: historiken visar vilka "
                    + "som finns",
            "There is no version {version} of what {staff} may be at {unit}: their history says which " + "there are"),
    ALL_ENDED(
            "access.all-ended",
            "Allt som version {version} gav har upphört sedan dess",
            "All that version {version} granted has ended since"),
    LAST_DAY_PAST(
            "access.last-day-past",
            "Sista dagen för behörigheten {name} har passerat: ange en senare dag, eller ta bort behörigheten",
            "The last day of {permission} ({name}) is past: write one that is not, or take the permission "
                    + "away instead"),
    NO_PERMISSION(
            "access.no-permission", "{staff} har ingen behörighet på {unit}", "{staff} has no permission at {unit}"),
    NOTHING_GRANTED(
            "access.nothing-granted",
            "Ange minst en behörighet; ta bort personen från mottagningen om alla ska bort",
            "Give at least one permission; to take all away, remove the person from the unit"),
    PERSON_WITHOUT_TRAIL(
            "access.person-without-trail",
            "En person har ingen logg: ange mottagningen, regionen eller plattformen",
            "A person has no audit trail: name the unit, the region or the platform"),
    NOT_EMPLOYED_NOW(
            "access.not-employed-now",
            "Ingen i EK med det numret är anställd nu. Be den som ansvarar för EK att rätta uppgifterna.",
            "The directory knows nobody with this number who is employed now: {obstacle}. Have the entry "
                    + "in EK mended first"),
    NOT_EMPLOYED(
            "access.not-employed",
            "Ingen anställd i EK har det numret, och bara de som finns i EK kan registreras. Be den som ansvarar "
                    + "för EK att rätta uppgifterna.",
            "The directory knows nobody with this number who is employed: only those it knows are "
                    + "registered. Have the entry in EK mended first"),
    OTHER_HSA_ID(
            "access.other-hsa-id",
            "Personen har inte HSA-id {picked} i EK utan {known}: välj bland dem",
            "This person is not {picked} in the directory but {known}: pick one of those"),
    SEVERAL_HSA_IDS(
            "access.several-hsa-ids",
            "Personen har flera HSA-id i EK: välj ett av {known}",
            "The directory knows this person by several HSA-ids: pick one of {known}"),
    UNKNOWN_IN_DIRECTORY(
            "access.unknown-in-directory",
            "{staff} finns inte i EK och kan därför inte få nya behörigheter. Kontrollera att HSA-id är rätt "
                    + "skrivet, eller be den som ansvarar för EK att lägga till personen.",
            "The directory does not know {staff}: nothing new is granted to an HSA-id without an entry "
                    + "in EK. See whether it is written rightly, or have the entry in EK made first"),
    NOTHING_NEW(
            "access.nothing-new",
            "{staff} är inte anställd nu enligt EK och kan därför inte få nya behörigheter. Be den som ansvarar för "
                    + "EK att rätta uppgifterna.",
            "Nothing new is granted to {staff}: {obstacle}. Have the entry in EK mended first"),
    PERSON_NUMBER(
            "access.person-number",
            "Detta är inte ett personnummer eller samordningsnummer: form, datum eller kontrollsiffra är fel. Skriv "
                    + "10 eller 12 siffror, med bindestreck (eller plustecken för den som fyllt 100 år) före de "
                    + "fyra sista eller utan.",
            "This is not a personal identity number or co-ordination number: its form, its date or its "
                    + "check digit is wrong. Write 10 or 12 digits, with a hyphen (or a plus sign for who is 100 "
                    + "years old) before the last four or without"),
    UNIT_CLOSED(
            "access.unit-closed",
            "{unit} är stängd och kan inte öppnas igen: uppgifterna kan läsas men inte ändras",
            "{unit} is closed for good: what it decided can be read, and not changed"),
    NOT_PERMITTED(
            "access.not-permitted",
            "Du har inte behörighet att göra det här. Det får bara göras av: {roles}.",
            "{actor} may not {operation} ({target}); who may: {roles}"),
    NO_ACTOR(
            "access.no-actor",
            "Anropet säger inte vem som agerar",
            "An operation was called without a known actor: name who acts");

    private final String code;
    private final String swedish;
    private final String english;

    AccessProblem(String code, String swedish, String english) {
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
