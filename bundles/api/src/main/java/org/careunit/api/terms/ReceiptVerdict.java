package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of a receipt.
 *
 * @param genuine whether Careunit has signed just this
 * @param why why not, for an operator; empty if it is genuine
 */
public record ReceiptVerdict(boolean genuine, Optional<String> why) {

    /** Of one that is as it was signed. */
    public static final ReceiptVerdict GENUINE = new ReceiptVerdict(true, Optional.empty());

    public ReceiptVerdict {
        Objects.requireNonNull(why, "why");
    }

    /** Of one that is not. */
    public static ReceiptVerdict forged(String why) {
        return new ReceiptVerdict(false, Optional.of(why));
    }
}
