package org.careunit.api.gateways;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in what is reported about sent messages: adapters call it with receipts and bounces. Safe for use by many
 * threads. The methods that take a report throw {@link org.careunit.api.failure.UnavailableException} if the store is
 * out of reach: nothing was changed then.
 */
@ProviderType
public interface DeliveryReports {

    /**
     * Records a report in the ledger and, if the address caused the failure, suppresses it. Once it returns, that is
     * committed: the report may be deleted where it came from, unless the answer is {@link Result#NOT_SENT_YET}.
     *
     * @return what was done; never null
     */
    Result apply(DeliveryReport report);

    /** What {@link #apply} would do; changes nothing. */
    Result preview(DeliveryReport report);

    /**
     * The token of a message for its return address, by which a mail that comes back is known as ours: nobody else can
     * make it.
     *
     * @return 42 digits and letters from a to v, always the same until a secret is added; never null
     */
    String returnToken(UUID messageId);

    /** The message that a token was made for, with this secret or an earlier one; empty if we did not make it. */
    Optional<UUID> messageOf(String token);

    /** Result of applying a report. */
    enum Result {
        /** The message is ended; nobody is suppressed. */
        APPLIED,
        /** The message is ended and its address suppressed. */
        APPLIED_AND_SUPPRESSED,
        /** The message was final already; the report is counted, and nothing else changed. */
        ALREADY_FINAL,
        /** The same report was taken in before; nothing changed. */
        REPEATED,
        /**
         * The message has not been marked as sent yet; report it again later. Nothing changed, and the report is not
         * remembered.
         */
        NOT_SENT_YET,
        /**
         * The report is about other addresses than the message's. Nothing changed, and the report is not remembered.
         */
        OTHER_RECIPIENT,
        /** There is no such message; the report is counted. */
        UNKNOWN
    }
}
