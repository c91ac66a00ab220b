package org.careunit.api.access;

/** Permission of a staff member at a care unit ("behörighet"); one person may have several, at several units. */
public enum Permission {
    /** Distributes incoming cases ("ärendemottagare"). */
    CASE_RECEIVER("ärendemottagare"),
    /** Answers the cases given to them ("ärendehanterare"). */
    CASE_HANDLER("ärendehanterare"),
    /** Decides on the unit's settings, case types and terms, and on everybody's permissions. */
    UNIT_ADMINISTRATOR("administratör för mottagningen"),
    /** Makes and unmakes receivers and handlers. */
    PERMISSION_ADMINISTRATOR("behörighetsadministratör"),
    /** Reads the unit's audit trail. */
    REVIEWER("granskare");

    private final String swedish;

    Permission(String swedish) {
        this.swedish = swedish;
    }

    /** What people at a unit call it. */
    public String swedish() {
        return swedish;
    }
}
