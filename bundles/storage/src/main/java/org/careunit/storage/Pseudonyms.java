package org.careunit.storage;

import java.util.List;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Computes keyed pseudonyms of personal identifiers: HMAC-SHA-256, with a secret of its own for each purpose, numbered,
 * of which the newest is used. The secrets are in a file that only its owner can read; the store has their fingerprints
 * and does not open with other secrets.
 */
@ProviderType
public interface Pseudonyms {

    /** Purpose of a pseudonym; the same text has another pseudonym for each. */
    enum Purpose {
        /** E-mail addresses and telephone numbers in the ledger. */
        ADDRESS,
        /** Personal identity numbers of staff. */
        PERSON_NUMBER,
        /** Residents: in the audit trail, where they are approved or named, in receipts. */
        RESIDENT,
        /** The seals of the keys that receipts are signed with; no caller chooses what is hashed. */
        RECEIPT_KEY,
        /** Tokens in the return addresses of e-mail; short ones, made of the beginning of a pseudonym. */
        RETURN,
        /** The seals of the audit trail; no pseudonyms are made with it. */
        AUDIT
    }

    /**
     * The pseudonym of a text, by the newest secret.
     *
     * @param text in its canonical form, of 4 000 characters at most; not null
     * @throws org.careunit.api.failure.RefusedException if the pseudonym of a resident is asked for by a personal
     *     number: the host gives a pseudonym of its own
     * @return 64 hexadecimal digits, the same for the same text and purpose until a secret is added
     */
    String of(Purpose purpose, String text);

    /**
     * The pseudonyms of a text by every secret, the newest first: what was stored earlier is found under an older one.
     */
    default List<String> all(Purpose purpose, String text) {
        return List.of(of(purpose, text));
    }

    /**
     * The hashes under which a resident is stored, by every secret, the newest first.
     *
     * @throws org.careunit.api.failure.RefusedException if the host named them by a personal number
     */
    default List<ResidentHash> ofResident(ResidentPseudonym resident) {
        return all(Purpose.RESIDENT, resident.value()).stream()
                .map(ResidentHash::new)
                .toList();
    }
}
