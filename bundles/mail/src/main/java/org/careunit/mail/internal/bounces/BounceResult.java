package org.careunit.mail.internal.bounces;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.DeliveryReports.Result;

/**
 * Result of processing a returned mail.
 *
 * @param type what the mail is
 * @param by how it was matched with one of ours
 * @param message which one; empty if none, or several
 * @param reported what it says of the recipient; empty where it says nothing
 * @param result what the ledger did with it; empty where the ledger was not asked
 * @param disposal what becomes of the mail itself
 * @param why in our words, without anything personal
 */
public record BounceResult(
        ReturnedMail.Type type,
        SentMailMatch.By by,
        Optional<UUID> message,
        Optional<RecipientStatus> reported,
        Optional<Result> result,
        Disposal disposal,
        String why) {

    /** What is done with the mail in the mailbox. */
    public enum Disposal {
        DELETE,
        /** It stays, marked, for an operator to look at. */
        SET_ASIDE,
        /** It stays and is read again. */
        KEEP
    }

    /** One that could not be judged. */
    public static BounceResult broken() {
        return new BounceResult(
                ReturnedMail.Type.BROKEN,
                SentMailMatch.By.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Disposal.SET_ASIDE,
                "It is " + ReturnedMail.Type.BROKEN.words());
    }

    /** In a word: the outcome for our mail, else what the mail is. */
    public String kind() {
        String word = reported.map(one -> one.outcome().kind().name()).orElse(type.name());
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isConflict() {
        return by == SentMailMatch.By.CONFLICT;
    }

    public boolean isSuppressed() {
        return result.filter(one -> one == Result.APPLIED_AND_SUPPRESSED).isPresent();
    }

    /** Whether it says that our mail is unwanted as such. */
    public boolean isBlocked() {
        return reported.filter(one -> one.outcome().blocked()).isPresent();
    }
}
