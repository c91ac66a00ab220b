package org.careunit.notifications.internal.delivery;

import java.util.Objects;

/**
 * The address to which a channel sends a recipient's messages.
 *
 * @param address as the gateway takes it; never null
 * @param mailbox the same for all ways to write one address; suppressions know it by a pseudonym of this; never null
 * @param masked for an operator to recognise it by; never null
 */
public record Destination(String address, String mailbox, String masked) {

    public Destination {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(masked, "masked");
    }

    /** {@linkplain #masked() Masked}. */
    @Override
    public String toString() {
        return masked;
    }
}
