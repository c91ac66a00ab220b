package org.careunit.terms.internal.receipt;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.json.RecordJson;

/**
 * Stores the public keys of all nodes, current and former, permanently in the database. Each is sealed with a secret
 * that is not there, so that nobody with access to the database only can add one. Safe for use by many threads.
 */
public final class ReceiptKeys {

    private static final String KIND = "receipt-key";
    private static final int SHAPE = 1;
    private static final int MOST = 1_000;

    /** Sealing secrets can be withdrawn without a notice. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final KeyFile file;
    private final Store store;
    private final RecordJson json;
    private final Cache<String, PublicKey> open;
    private volatile SigningKey ownKey;

    /** The store's services for keys. */
    public record Store(
            Transactions transactions, Documents documents, AuditTrail audit, Pseudonyms pseudonyms, Caches caches) {}

    /** A stored public key. */
    public record SealedKey(String open, String seal) {}

    ReceiptKeys(KeyFile file, Store store, RecordJson json) {
        this.file = file;
        this.store = store;
        this.json = json;
        open = store.caches()
                .loading(
                        this::read,
                        ReceiptKeys::changedKey,
                        CacheLimits.entries(MOST).maxAge(LONGEST));
    }

    private static Optional<String> changedKey(Change change) {
        return change.kind().equals(KIND) ? Optional.of(change.key()) : Optional.empty();
    }

    /**
     * This node's key, which is published to all nodes.
     *
     * @throws org.careunit.api.failure.UnavailableException if it cannot be read, or not be published now
     */
    SigningKey ownKey() {
        SigningKey known = ownKey;
        return known == null ? publishOwnKey() : known;
    }

    /** The public half of a key; empty if none of our nodes ever had it. */
    Optional<PublicKey> open(String name) {
        return open.get(name);
    }

    private synchronized SigningKey publishOwnKey() {
        if (ownKey == null) {
            SigningKey key = file.key();
            if (store.documents().newest(id(key.name())).isEmpty()) {
                publish(key);
            }
            ownKey = key;
        }
        return ownKey;
    }

    private void publish(SigningKey key) {
        String seal = store.pseudonyms().of(Purpose.RECEIPT_KEY, sealed(key.writtenOpen()));
        String written = json.write(new SealedKey(key.writtenOpen(), seal));
        try {
            store.transactions().run(() -> {
                store.documents().save(id(key.name()), 0, Content.published(SHAPE, written, "system:terms"));
                store.audit()
                        .append(
                                Scope.PLATFORM,
                                new AuditTrail.Row("system:terms", "receipts.key", key.name(), Optional.empty()));
            });
        } catch (StaleVersionException faster) {
            return; // another node with the same file has stored it
        }
    }

    private Optional<PublicKey> read(String name) {
        return store.documents().newest(id(name)).flatMap(this::genuine).filter(key -> SigningKey.name(key)
                .equals(name));
    }

    private Optional<PublicKey> genuine(Document document) {
        try {
            SealedKey key = json.parse(SealedKey.class, document.content().json());
            boolean ours = store.pseudonyms()
                    .all(Purpose.RECEIPT_KEY, sealed(key.open()))
                    .contains(key.seal());
            return ours ? Optional.of(SigningKey.opened(key.open())) : Optional.empty();
        } catch (GeneralSecurityException | RefusedException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static String sealed(String written) {
        return "Careunit's receipts are signed with a key whose public half, as SubjectPublicKeyInfo in Base64, reads "
                + written;
    }

    private static DocumentId id(String name) {
        return new DocumentId(Scope.PLATFORM, KIND, name);
    }
}
