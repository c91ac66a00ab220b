package org.careunit.terms.internal.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsVersion;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.text.CanonicalTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a receipt proves. */
class ReceiptsTest {

    private static final int TRIES = 1_000;
    private static final String SIGNS = "abcdefxyzABCXYZ0123456789 åäöé,.:{}[]\"\\/-_+\n\t\u212b\u0000";

    private final TermsPoint[] points = {
        new TermsPoint("syfte", "Här kan du boka tid, \"gärna\" före kl. 8 – Åsa & Co\nNy rad"),
        new TermsPoint("svar", "Svar inom 3 arbetsdagar.")
    };

    @TempDir
    Path directory;

    private TestStore store;
    private Path file;
    private Receipts receipts;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.embedded(directory.resolve("store"));
        file = directory.resolve("keys").resolve("receipt-key.properties");
        receipts = receipts();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Receipts receipts() {
        Caches caches = new Caches(store.transactions(), store.changes());
        ReceiptKeys.Store keys = new ReceiptKeys.Store(
                store.transactions(), store.documents(), store.audit(), store.pseudonyms(), caches);
        return new Receipts(file, keys, new RecordJson());
    }

    @Test
    void anyChangedCharacterIsFound() {
        String written = receipts.write(signed());
        assertThat(verification(written)).isEqualTo(ReceiptVerification.GENUINE);
        Random chance = new Random(17);
        for (int place = 0; place < written.length(); place++) {
            requireFound(written, place, other(written.charAt(place), chance));
        }
        for (int tries = 0; tries < TRIES; tries++) {
            int place = chance.nextInt(written.length());
            requireFound(written, place, other(written.charAt(place), chance));
        }
    }

    @Test
    void whateverIsAddedTakenOutOrSwappedWhatIsSaidIsTheSameOrNotGenuine() {
        Receipt signed = signed();
        String written = receipts.write(signed);
        Random chance = new Random(23);
        for (int place = 0; place < written.length(); place++) {
            String before = written.substring(0, place);
            String after = written.substring(place);
            requireFoundOrTheSame(signed, before + SIGNS.charAt(chance.nextInt(SIGNS.length())) + after);
            requireFoundOrTheSame(signed, before + after.substring(1));
            if (after.length() > 1) {
                requireFoundOrTheSame(signed, before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
    }

    /** A blank between two words of JSON, and a swap of two that are alike, change nothing of what is said. */
    private void requireFoundOrTheSame(Receipt signed, String changed) {
        if (isGenuine(changed)) {
            assertThat(receipts.parse(changed)).as(changed).isEqualTo(signed);
        }
    }

    private static char other(char sign, Random chance) {
        char other = SIGNS.charAt(chance.nextInt(SIGNS.length()));
        return other == sign ? '#' : other;
    }

    private void requireFound(String written, int place, char instead) {
        String changed = written.substring(0, place) + instead + written.substring(place + 1);
        assertThat(isGenuine(changed))
                .as("'%s' at %d of %s", instead, place, written)
                .isFalse();
    }

    private boolean isGenuine(String written) {
        try {
            return verification(written).genuine();
        } catch (RefusedException noReceipt) {
            return false;
        }
    }

    private ReceiptVerification verification(String written) {
        return receipts.verify(receipts.parse(written));
    }

    @Test
    void oldReceiptsAreVerifiedWhenTheKeyFileIsGone() throws IOException {
        Receipt old = signed();
        Files.delete(file);
        receipts = receipts();
        Receipt young = signed();
        assertThat(young.key()).isNotEqualTo(old.key());
        assertThat(receipts.verify(old)).isEqualTo(ReceiptVerification.GENUINE);
        assertThat(receipts.verify(young)).isEqualTo(ReceiptVerification.GENUINE);
    }

    @Test
    void theKeyIsKeptInAFileForItsOwnerAlone() throws IOException {
        String key = receipts.keyName();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(receipts().keyName()).isEqualTo(key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Receipts again = receipts();
        assertThatThrownBy(again::keyName)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aDamagedKeyFileIsToldOfWithoutWhatStandsInIt() throws IOException {
        receipts.keyName();
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("secret = ", "secret = AA"));
        Receipts again = receipts();
        assertThatThrownBy(again::keyName)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("is damaged")
                .hasNoCause();
    }

    @Test
    void aKeyIsIntroducedOnceAndInTheAuditTrail() {
        receipts.keyName();
        receipts().keyName();
        assertThat(store.audit().newest(Scope.PLATFORM, 10)).singleElement().satisfies(row -> assertThat(row.action())
                .isEqualTo("receipts.key"));
    }

    private Receipt signed() {
        List<EffectivePoint> merged = List.of(
                new EffectivePoint(points[0], EffectivePoint.Origin.UNIT, Optional.empty()),
                new EffectivePoint(points[1], EffectivePoint.Origin.REGION, Optional.of(points[1].text())));
        TermsVersion version = new TermsVersion(12, 3, CanonicalTerms.sha256(List.of(points)));
        EffectiveTerms terms = new EffectiveTerms(
                new HsaId("SE1111111111-UNIT1"), new CaseTypeKey("boka-tid"), "Boka tid", version, false, merged);
        return receipts.sign(terms, new ResidentHash("a".repeat(64)), Instant.parse("2026-11-24T08:00:00.123456Z"));
    }
}
