package org.careunit.sms.internal.receipts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The states of a part at the SMS centre, by their numbers and words (SMPP 3.4, 5.2.28 and appendix B; 0 and 9 are of
 * SMPP 5.0).
 */
public enum ReceiptState {
    SCHEDULED(0, false),
    ENROUTE(1, false),
    DELIVRD(2, true),
    EXPIRED(3, true),
    DELETED(4, true),
    UNDELIV(5, true),
    ACCEPTD(6, false),
    UNKNOWN(7, true),
    REJECTD(8, true),
    SKIPPED(9, true);

    /** Variants that some gateways use in place of the standard's words. */
    private static final Map<String, ReceiptState> OTHER_WORDS = Map.of(
            "BUFFERED", ENROUTE,
            "DELIVERED", DELIVRD,
            "UNDELIVERED", UNDELIV,
            "UNDELIVERABLE", UNDELIV,
            "FAILED", UNDELIV,
            "ACCEPTED", ACCEPTD,
            "REJECTED", REJECTD);

    private final int number;
    private final boolean ends;

    ReceiptState(int number, boolean ends) {
        this.number = number;
        this.ends = ends;
    }

    /** Whether nothing more is reported of the part. */
    public boolean isFinal() {
        return ends;
    }

    static Optional<ReceiptState> of(int number) {
        return Arrays.stream(values()).filter(state -> state.number == number).findFirst();
    }

    /** By its word, in any case, or by its number in figures. */
    static Optional<ReceiptState> of(String written) {
        if (written.matches("[0-9]")) {
            return of(Integer.parseInt(written));
        }
        String word = written.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_WORDS.get(word)));
    }
}
