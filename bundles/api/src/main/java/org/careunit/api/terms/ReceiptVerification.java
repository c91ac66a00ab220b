package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * Result of verifying a receipt.
 *
 * @param genuine whether Careunit has signed just this
 * @param why why not, for an operator; empty if it is genuine
 */
public record ReceiptVerification(boolean genuine, Optional<String> why) {

    /** Of one that is as it was signed. */
    public static final ReceiptVerification GENUINE = new ReceiptVerification(true, Optional.empty());

    public ReceiptVerification {
        Objects.requireNonNull(why, "why");
    }

    /** Of one that is not. */
    public static ReceiptVerification forged(String why) {
        return new ReceiptVerification(false, Optional.of(why));
    }
}
