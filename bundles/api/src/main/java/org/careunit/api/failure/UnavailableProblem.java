package org.careunit.api.failure;

/** Reasons of temporary unavailability. */
public enum UnavailableProblem implements ProblemCode {
    DATABASE("unavailable.database", "Databasen kan inte nås just nu. Försök igen om en stund."),
    DIRECTORY("unavailable.directory", "EK kan inte nås just nu. Försök igen om en stund."),
    GATEWAY("unavailable.gateway", "Meddelanden kan inte skickas den vägen just nu."),
    RECORD_SYSTEM("unavailable.record-system", "Journalsystemet kan inte nås just nu."),
    ARCHIVE("unavailable.archive", "Arkivet kan inte nås just nu."),
    HOST("unavailable.host", "E-tjänsteplattformen svarar inte just nu. Försök igen om en stund."),
    SERVICE("unavailable.service", "En del av tjänsten är inte i gång just nu. Kontakta driften om det håller i sig."),
    FILES("unavailable.files", "En fil på servern kan inte användas. Kontakta driften."),
    OTHER("unavailable.other", "Det går inte just nu. Försök igen om en stund.");

    private final String code;
    private final String swedish;

    UnavailableProblem(String code, String swedish) {
        this.code = code;
        this.swedish = swedish;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String swedish() {
        return swedish;
    }

    /** What exactly, and what to do, is known where it happens. */
    @Override
    public String english() {
        return "{what}";
    }
}
