package org.careunit.terms.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Point;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsState.Stage;
import org.careunit.terms.internal.FixedCaseTypes;
import org.junit.jupiter.api.Test;

class TermsAdaptedCheckTest {

    private static final CheckRequest QUESTION = new CheckRequest(new HsaId("SE1111111111-UNIT1"), Optional.empty());

    private final FixedCaseTypes types = new FixedCaseTypes();
    private final TermsAdaptedCheck check = new TermsAdaptedCheck(types, (actor, unit, type) -> switch (type.value()) {
        case "ingen" -> new TermsState(Stage.NONE, false, List.of());
        case "regionens" -> new TermsState(Stage.REGION, false, List.of());
        case "last" -> new TermsState(Stage.LOCKED, false, List.of());
        default -> new TermsState(
                Stage.UNIT,
                false,
                List.of(new Problem("test.problem", "", Map.of(), "punkt 2 har kvar platshållaren X.", "a problem")));
    });

    @Test
    void withoutATypeThereIsOneToChooseFirst() {
        types.say("ingen", "ingen", 3, false);
        types.close("ingen");
        assertThat(check.check(QUESTION).reasons()).containsExactly("Välj minst en ärendetyp.");
    }

    @Test
    void everyReasonNamesTheTypeAndWhatToMend() {
        types.say("ingen", "ingen", 0, false)
                .say("regionens", "regionens", 3, false)
                .say("last", "last", 3, true)
                .say("egen", "egen", 3, false);
        assertThat(check.check(QUESTION).reasons())
                .containsExactlyInAnyOrder(
                        "ingen: skriv och publicera en villkorstext.",
                        "regionens: anpassa regionens villkorstext och publicera den.",
                        "egen: punkt 2 har kvar platshållaren X.");
        List.of("ingen", "regionens", "egen").forEach(types::close);
        assertThat(check.check(QUESTION).status()).isEqualTo(CheckStatus.DONE);
    }

    @Test
    void itStandsUnderItsPointOfTheChecklist() {
        assertThat(check.point()).contains(Point.TERMS);
        assertThat(check.key()).isEqualTo("terms");
    }
}
