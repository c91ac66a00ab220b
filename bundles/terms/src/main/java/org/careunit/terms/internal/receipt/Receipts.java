package org.careunit.terms.internal.receipt;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsVersion;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.text.CanonicalTerms;

/** Signs receipts, verifies them, and writes them as JSON. Safe for use by many threads. */
public final class Receipts {

    private final ReceiptKeys keys;
    private final RecordJson json;

    /** @param file where this node's key is, or will be */
    public Receipts(Path file, ReceiptKeys.Store store, RecordJson json) {
        this.json = json;
        keys = new ReceiptKeys(new KeyFile(file), store, json);
    }

    /** Has the key ready; throws what {@link #sign} does if it is not to be had. */
    public String keyName() {
        return keys.ownKey().name();
    }

    /**
     * Signs what a resident accepts.
     *
     * @throws org.careunit.api.failure.UnavailableException if the key is not to be had now
     */
    public Receipt sign(EffectiveTerms terms, ResidentHash resident, Instant at) {
        SigningKey key = keys.ownKey();
        Instant acceptedAt = at.truncatedTo(ChronoUnit.MILLIS);
        Receipt unsigned = new Receipt(
                terms.unit(),
                terms.type(),
                terms.version(),
                terms.text(),
                resident,
                acceptedAt,
                key.name(),
                "0".repeat(128));
        return with(key.sign(form(unsigned)), unsigned);
    }

    private static Receipt with(String signature, Receipt unsigned) {
        return new Receipt(
                unsigned.unit(),
                unsigned.type(),
                unsigned.version(),
                unsigned.text(),
                unsigned.resident(),
                unsigned.acceptedAt(),
                unsigned.key(),
                signature);
    }

    /** Verifies that a receipt is unchanged. */
    public ReceiptVerification verify(Receipt receipt) {
        if (!CanonicalTerms.sha256(receipt.text().points())
                .equals(receipt.version().sha256())) {
            return ReceiptVerification.forged("The words are not those that were accepted: their SHA-256 is another");
        }
        Optional<PublicKey> key = keys.open(receipt.key());
        if (key.isEmpty()) {
            return ReceiptVerification.forged("None of our nodes ever had the key " + receipt.key());
        }
        return SigningKey.verifies(key.get(), form(receipt), receipt.signature())
                ? ReceiptVerification.GENUINE
                : ReceiptVerification.forged("The signature does not fit: something was changed after it was signed");
    }

    /**
     * The signed text. Its form must never change, because old receipts depend on it. No part contains a line break.
     */
    private static String form(Receipt receipt) {
        TermsVersion version = receipt.version();
        return String.join(
                "\n",
                "careunit-receipt-1",
                receipt.unit().value(),
                receipt.type().value(),
                String.valueOf(version.region()),
                String.valueOf(version.unit()),
                version.sha256(),
                receipt.resident().value(),
                receipt.acceptedAt().toString(),
                receipt.key(),
                "");
    }

    public String write(Receipt receipt) {
        return json.write(receipt);
    }

    /**
     * Parses a receipt strictly: any deviation from the written form counts as a change.
     *
     * @throws org.careunit.api.failure.RefusedException if it is no receipt, naming the path
     */
    public Receipt parse(String written) {
        return json.parseUnchanged(Receipt.class, written);
    }
}
