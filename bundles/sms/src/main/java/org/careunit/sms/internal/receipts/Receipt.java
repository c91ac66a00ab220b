package org.careunit.sms.internal.receipts;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A delivery receipt of one part.
 *
 * @param ids the forms that the part's id may have in what we keep, the most likely first; never empty
 * @param state never null
 * @param error the network's error code, without zeros before it; empty if there is none; never null
 * @param done when the state was reached, by the SMS centre's clock; empty if it does not say, or nothing that is a
 *     date; never null
 */
public record Receipt(List<String> ids, ReceiptState state, String error, Optional<LocalDateTime> done) {

    public Receipt {
        ids = List.copyOf(ids);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(done, "done");
    }
}
