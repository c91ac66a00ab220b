package org.careunit.terms.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.terms.TermsVersion;
import org.careunit.storage.json.HostileTexts;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;

/** Drafts, rules of the check and receipts out of hostile texts. */
class TermsHostileTextsTest {

    private static final TermsText TEXT =
            new TermsText(List.of(new TermsPoint("svarstid", "Vi svarar inom tre vardagar."), TermsPoint.added("Åäö")));
    private static final Receipt RECEIPT = new Receipt(
            new HsaId("SE1111111111-UNIT1"),
            new CaseTypeKey("boka-tid"),
            new TermsVersion(1, 2, "a".repeat(64)),
            TEXT,
            new ResidentHash("b".repeat(64)),
            Instant.parse("2026-11-30T12:00:00Z"),
            "c".repeat(16),
            "0".repeat(128));

    private final RecordJson json = new RecordJson();

    @Test
    void hostileTextsAreRefusedInTimeAndTheGoodOneIsRead() {
        new HostileTexts(json.write(TEXT), 1)
                .tryAll(
                        HostileTexts.TRIES / 3,
                        text -> refused(
                                () -> json.parse(AuthoredTerms.class, text).text()));
        new HostileTexts(json.write(CheckRules.DEFAULT), 2)
                .tryAll(HostileTexts.TRIES / 3, text -> refused(() -> json.parse(CheckRules.class, text)));
        new HostileTexts(json.write(RECEIPT), 3)
                .tryAll(HostileTexts.TRIES / 3, text -> refused(() -> json.parseUnchanged(Receipt.class, text)));
        assertThat(json.parse(AuthoredTerms.class, json.write(TEXT)).text()).isEqualTo(TEXT);
        assertThat(json.parseUnchanged(Receipt.class, json.write(RECEIPT))).isEqualTo(RECEIPT);
    }

    private static void refused(Runnable read) {
        try {
            read.run();
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
