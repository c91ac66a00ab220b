package org.careunit.api.readiness;

import java.util.Locale;

/** The points of the checklist, in its order. */
public enum Point {
    /** Somebody beside the first administrator has permissions. */
    PERMISSIONS("Behörigheter till kollegor"),
    /** Every section of the settings was saved or confirmed once. */
    SETTINGS("Inställningar för mottagningen"),
    /** At least one case type is offered. */
    CASE_TYPES("Val av ärendetyper"),
    /** Whatever an offered type needs is filled in. */
    TEXTS("Texter och inställningar för valda ärendetyper"),
    /** The terms of every offered type are the unit's own, or locked by the region. */
    TERMS("Villkorstexter för valda ärendetyper"),
    /** The one who asks has made their own settings. */
    PERSONAL("Personliga inställningar");

    private final String title;

    Point(String title) {
        this.title = title;
    }

    /** What its line on the checklist is called: the name in lower case, words with {@code -} between. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people at the unit call it, in Swedish. */
    public String title() {
        return title;
    }
}
