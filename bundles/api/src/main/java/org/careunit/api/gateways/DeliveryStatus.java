package org.careunit.api.gateways;

/** Status of a message that was handed to a gateway; the same for all gateways, the jobs and the ledger. */
public enum DeliveryStatus {
    /** The gateway has taken it over. */
    ACCEPTED,
    /** It has arrived. Said of a sent message by a receipt only. */
    DELIVERED,
    /** Not accepted, or unknown; the same message may be accepted later. An attempt is counted. */
    TEMPORARY_FAILURE,
    /** Permanent: the gateway refuses this recipient because of the address. */
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
