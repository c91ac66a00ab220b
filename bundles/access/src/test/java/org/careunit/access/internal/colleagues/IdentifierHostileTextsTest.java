package org.careunit.access.internal.colleagues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;

/** Identifiers out of hostile texts, by the readers that every other door stands on. */
class IdentifierHostileTextsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final PersonNumbers NUMBERS =
            new PersonNumbers(Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC));

    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "SE1111111111-UNIT1", HsaId::of,
            "case-1", id -> new CaseRef(UNIT, id),
            "kontakta-mig", CaseTypeKey::of,
            "+46812345678", TelephoneNumber::new,
            "kanarie@example.org", EmailAddress::of,
            "18900118-9811", NUMBERS::read);

    @Test
    void hostileIdentifiersAreRefusedInTimeWithoutTheNumber() {
        READERS.forEach((good, reader) -> new HostileLines(good, good.hashCode())
                .tryAll(HostileLines.TRIES / READERS.size(), text -> {
                    try {
                        assertThat(reader.apply(text)).isNotNull();
                    } catch (RefusedException refused) {
                        assertThat(refused.getMessage()).hasSizeLessThan(400).doesNotContain("0118-9811", "01189811");
                    }
                }));
    }

    @Test
    void hostileTextsAreLookedThroughForNumbersInTime() {
        for (String good : List.of("18900118-9811", "e-1", "1 8 9 0 0 1 1 8 9 8 1 1")) {
            new HostileLines(good, good.length()).tryAll(HostileLines.TRIES / 3, text -> {
                try {
                    PersonNumber.refuseAs("An id", text);
                } catch (RefusedException refused) {
                    assertThat(refused.getMessage()).hasSizeLessThan(400);
                }
            });
        }
    }
}
