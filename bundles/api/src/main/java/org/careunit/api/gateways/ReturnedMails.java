package org.careunit.api.gateways;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ProviderType;

/** The mailbox to which mail servers return what they cannot deliver. One caller at a time reads it, of all nodes. */
@ProviderType
public interface ReturnedMails {

    /** Whether a mailbox is configured. Answers from memory. */
    boolean isSetUp();

    /** How long to wait between two readings. */
    Duration pause();

    /**
     * Reads mails for some seconds. What each says is taken in by {@link DeliveryReports} before the mail is deleted;
     * killed in between, it is read again and changes nothing.
     *
     * @param goOn asked now and then; once it says no, what was read so far is finished
     * @return whether there may be more to read
     * @throws org.careunit.api.failure.UnavailableException if the mailbox or the store cannot be reached; what was
     *     read before is finished
     */
    boolean collect(BooleanSupplier goOn);
}
