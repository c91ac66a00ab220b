package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.casetypes.internal.checks.TypeTextsCheck;
import org.careunit.casetypes.internal.checks.TypesChosenCheck;
import org.junit.jupiter.api.Test;

class TypeChecksTest {

    private static final CheckRequest QUESTION = new CheckRequest(new HsaId("SE1111111111-UNIT1"), Optional.empty());

    private final List<UnitCaseType> types = new ArrayList<>();
    private final CaseTypes said = OffersContract.answering(CaseTypes.class, (method, asked) -> types);
    private final CaseTypeChoices choices = OffersContract.answering(
            CaseTypeChoices.class,
            (method, asked) -> asked[2].equals(new CaseTypeKey("ofardig"))
                    ? List.of(problem("Handläggningstid saknas."), problem("Villkorstext saknas."))
                    : List.of());
    private final TypesChosenCheck chosen = new TypesChosenCheck(said);
    private final TypeTextsCheck texts = new TypeTextsCheck(said, choices);

    @Test
    void withoutATypeThereIsOneToChooseFirst() {
        types.add(type("avstangd", false));
        assertThat(chosen.check(QUESTION).reasons()).containsExactly("Välj minst en ärendetyp.");
        assertThat(texts.check(QUESTION).reasons()).containsExactly("Välj minst en ärendetyp.");
    }

    @Test
    void everyReasonNamesTheTypeAndWhatToMend() {
        types.add(type("avstangd", false));
        types.add(type("ofardig", true));
        types.add(type("fardig", true));
        assertThat(chosen.check(QUESTION)).isEqualTo(CheckResult.toFix(List.of()));
        assertThat(texts.check(QUESTION).reasons())
                .containsExactly("ofardig: Handläggningstid saknas.", "ofardig: Villkorstext saknas.");
    }

    @Test
    void eachStandsUnderItsPointOfTheChecklist() {
        assertThat(chosen.point()).contains(Point.CASE_TYPES);
        assertThat(chosen.key()).isEqualTo("case-types");
        assertThat(texts.point()).contains(Point.TEXTS);
        assertThat(texts.key()).isEqualTo("type-texts");
    }

    private static Problem problem(String swedish) {
        return new Problem("test.problem", "", Map.of(), swedish, "a problem");
    }

    private static UnitCaseType type(String name, boolean active) {
        return new UnitCaseType(new CaseTypeKey(name), name, active, OptionalInt.of(3), OptionalInt.empty(), false);
    }
}
