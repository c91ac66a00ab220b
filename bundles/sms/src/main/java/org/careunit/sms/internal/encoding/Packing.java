package org.careunit.sms.internal.encoding;

/** How a gateway wants the septets of the default alphabet. */
public enum Packing {
    /** One in each octet; what most gateways want. */
    UNPACKED,
    /** Eight in seven octets, as they travel through the air. */
    PACKED
}
