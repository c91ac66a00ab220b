package org.careunit.notifications.model;

/** What a message needs in order to leave. */
public enum Way {
    MAIL,
    SMS,
    /** Says where residents are reached, and whether they have read their answers. */
    HOST;

    /** What addresses begin with that are numbers. */
    public static final String TELEPHONE = "tel:";
}
