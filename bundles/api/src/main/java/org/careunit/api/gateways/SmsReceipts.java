package org.careunit.api.gateways;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in the receipts of SMS, part by part; an SMS is delivered when all of its parts are. Safe for use by many
 * threads.
 */
@ProviderType
public interface SmsReceipts {

    /** How many receipts that cannot be read are kept at most. */
    int MOST_UNREADABLE = 1_000;

    /**
     * Writes a receipt down; once it returns, that is committed. One that comes before the gateway's answer to the part
     * it is about waits for that; one that is nobody's is forgotten after a while; one that comes twice changes
     * nothing.
     *
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach: the gateway is to be asked to
     *     send it again
     */
    void accept(SmsReceipt receipt);

    /**
     * Keeps a receipt that cannot be read, for an operator who describes its form in the configuration; once it
     * returns, that is committed. Of more than {@value #MOST_UNREADABLE} at a time the further ones are not kept: they
     * tell nothing that the others do not.
     *
     * @param text as the gateway wrote it; at most 500 characters are kept
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    void setAside(String text);

    /**
     * The receipts that were set aside and are kept, newest first.
     *
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    List<UnreadableReceipt> unreadable();

    /**
     * Removes the receipts that were set aside; says how many there were.
     *
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    int discardUnreadable();
}
