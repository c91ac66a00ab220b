package org.careunit.api.gateways;

/** What became of a message that was handed to a gateway: the words of every gateway, of the jobs and of the ledger. */
public enum DeliveryStatus {
    /** The gateway has taken it over. */
    ACCEPTED,
    /** It has arrived. Said of a sent message by a receipt only. */
    DELIVERED,
    /** Not taken, or nobody knows; the same message may be taken later. An attempt is counted. */
    TEMPORARY_FAILURE,
    /** Never: the gateway refuses this recipient, whose address is to blame. */
    PERMANENT_FAILURE,
    /**
     * Refused, and the recipient is not to blame: the message or our configuration is at fault. It is tried again like
     * a temporary failure; after several in a row the channel rests.
     */
    TECHNICAL_FAILURE,
    /**
     * Our own rules do not let it out: nothing was attempted, it is not tried again, and the recipient is not
     * suppressed.
     */
    NOT_ALLOWED,
    /**
     * The whole channel rests: it is not set up, its routes are about to stop, or the gateway refuses our login.
     * Nothing was attempted, and no attempt is counted.
     */
    UNAVAILABLE
}
