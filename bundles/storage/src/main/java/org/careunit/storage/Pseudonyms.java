package org.careunit.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns what identifies a person into a key that says nothing without our secret: HMAC-SHA-256, with a secret of its own
 * for each purpose. The secrets lie in a file that only its owner can read; the store knows their fingerprints and does not
 * open with others.
 */
@ProviderType
public interface Pseudonyms {

    /** What a pseudonym is for; the same text has another pseudonym for each. */
    enum Purpose {
        /** E-mail addresses and telephone numbers in the ledger. */
        ADDRESS,
        /** Personal identity numbers of staff. */
        PERSON_NUMBER,
        /** Residents in the audit trail. */
        RESIDENT
    }

    /**
     * The pseudonym of a text.
     *
     * @param text in its canonical form; not null
     * @return 64 hexadecimal digits, always the same for the same text and purpose
     */
    String of(Purpose purpose, String text);
}
