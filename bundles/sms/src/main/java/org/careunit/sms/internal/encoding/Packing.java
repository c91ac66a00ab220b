package org.careunit.sms.internal.encoding;

/** Packing of septets of the default alphabet that a gateway expects. */
public enum Packing {
    /** One in each octet, as most gateways expect. */
    UNPACKED,
    /** Eight in seven octets, as in the radio network. */
    PACKED
}
