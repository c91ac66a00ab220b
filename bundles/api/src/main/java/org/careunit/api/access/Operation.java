package org.careunit.api.access;

/** The kinds of operation that have a rule of their own; each operation of a service is of one kind. */
public enum Operation {
    /** Read a unit's settings, case types and terms. */
    READ_UNIT,
    /** Change a unit's settings, case types and terms, approve residents, preview drafts. */
    CHANGE_UNIT,
    /** Make and unmake receivers and handlers of a unit. */
    GRANT_CASE_ROLES,
    /** Grant and remove any permission at a unit; lock and reactivate accounts. */
    GRANT_ANY_ROLE,
    /** Make a unit's first administrator: an onboarding right of the host's. */
    GRANT_FIRST_ADMINISTRATOR,
    /** Make regional administrators. */
    GRANT_REGION,
    /** Register a unit of a region: an onboarding right of the host's. */
    REGISTER_UNIT,
    /** Open and close the units of a region, decide what central types say, write the region's texts. */
    CHANGE_REGION,
    /** A person's own settings. */
    OWN_SETTINGS,
    /** Bring platform events. */
    BRING_EVENTS,
    /** Ask for an offer, find units, accept terms. */
    SERVE_RESIDENTS,
    /** The same for a resident who is not the one who acts. */
    SERVE_ANY_RESIDENT,
    /** Read a unit's audit trail. */
    READ_AUDIT,
    /** Read a unit's ledger, masked, and what is explained and calculated from it. */
    READ_LEDGER,
    /** Read a unit's figures. */
    READ_FIGURES,
    /** The whole ledger, queues, retries, and whatever else keeps the service running. */
    OPERATE
}
