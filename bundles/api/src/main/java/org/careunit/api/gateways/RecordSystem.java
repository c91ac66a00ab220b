package org.careunit.api.gateways;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The medical-record system of one or more units, behind an interface of its own. Registered as a service with the
 * property {@link #UNITS}; a unit that two services name has none until one of them is gone. Safe for use by many
 * threads.
 *
 * <p>Careunit's own adapter implements it over FHIR and HL7. <em>Profdoc Journal III</em> has an interface that is not
 * public: whoever has its description implements this contract for it, in a bundle of their own that needs nothing but
 * this API.
 */
@ConsumerType
public interface RecordSystem {

    /** The service property with the HSA-ids of the units, as a list or an array of texts. */
    String UNITS = "careunit.units";

    /** What people call the interface, such as {@code Profdoc Journal III}; 1 to 60 characters, never null. */
    String name();

    /**
     * Fingerprint of everything that decides where and how messages are sent; a passed test message is valid for it
     * only. It contains no secret.
     *
     * @return 1 to 200 characters, never null
     */
    String fingerprint();

    /**
     * Whether the connection lets only this record system read who the resident is; otherwise they are left out of
     * every notice.
     */
    boolean mayNameResident();

    /** Whether messages reach it now, as far as is known. Answers from memory. */
    default boolean isReachable() {
        return true;
    }

    /**
     * Sends one notice, once, and returns within the adapter's time-outs. The same notice may be sent again, after a
     * crash or a failure: it has the same id then, and must lead to no second task. Notices of one case are sent in the
     * order in which things happened, and the next one only after this was accepted.
     *
     * @return the record system's answer; {@link DeliveryStatus#ACCEPTED} also where it needs to hear nothing of this
     *     kind, or has ended the task itself; {@link DeliveryStatus#TECHNICAL_FAILURE} where an operator has to look;
     *     {@link DeliveryStatus#UNAVAILABLE} while the channel rests; never null
     */
    RecordSystemAnswer send(CaseNotice notice);
}
