package org.careunit.api.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.careunit.api.history.Versioned;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.StaffReminder;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aRefusalIsDataWithBothTexts() {
        RefusedException refused = ValueProblem.RANGE.refusedAt("workingDays", 1, 60, 61);
        assertThat(refused.code()).isEqualTo("value.range");
        assertThat(refused).hasMessage("workingDays: write a whole number from 1 to 60; this is 61");
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("workingDays");
            assertThat(problem.parameters())
                    .containsEntry("least", "1")
                    .containsEntry("most", "60")
                    .containsEntry("value", "61");
            assertThat(problem.swedish()).isEqualTo("Skriv ett heltal från 1 till 60; här står 61");
        });
    }

    @Test
    void valuesAreTakenAsTheyAre() {
        assertThat(ValueProblem.MISSING.with("write {least} or $1").english())
                .isEqualTo("it is missing; write {least} or $1");
    }

    @Test
    void theSwedishTextHasDaysAndInstantsAsPeopleReadThem() {
        Instant evening = Instant.parse("2026-12-31T23:05:00Z");
        Problem problem = ValueProblem.RANGE.with(LocalDate.of(2026, 7, 5), evening, evening.plusSeconds(3300));
        assertThat(problem.swedish())
                .isEqualTo("Skriv ett heltal från 5 juli 2026 till 1 januari 2027 klockan 0.05; här står 1 januari "
                        + "2027 klockan 1");
        assertThat(problem.parameters()).containsEntry("least", "2026-07-05");
        assertThat(problem.english()).startsWith("write a whole number from 2026-07-05 to 2026-12-31T23:05:00Z");
    }

    @Test
    void aPhraseIsFilledInInTheLanguageOfTheText() {
        Phrase days = new Phrase("5 arbetsdagar", "5 working days");
        Problem problem = ValueProblem.RANGE.with(1, 60, days);
        assertThat(problem.swedish()).isEqualTo("Skriv ett heltal från 1 till 60; här står 5 arbetsdagar");
        assertThat(problem.english()).isEqualTo("write a whole number from 1 to 60; this is 5 working days");
        assertThat(problem.parameters()).containsEntry("value", "5 working days");
    }

    @Test
    void pathsOfWhatLiesWithinAreJoined() {
        RefusedException inner = ValueProblem.MISSING_TEXT.refusedAt("fromAge");
        assertThat(inner.within("/rules/0").problems().get(0).path()).isEqualTo("/rules/0/fromAge");
        assertThat(inner.within("/rules/0").within("/area").problems().get(0).path())
                .isEqualTo("/area/rules/0/fromAge");
        assertThat(ValueProblem.MISSING_TEXT
                        .refused()
                        .within("/area")
                        .problems()
                        .get(0)
                        .path())
                .isEqualTo("/area");
    }

    @Test
    void severalProblemsAreToldAtOnceAndNotMoreThanOneReads() {
        Problems problems =
                new Problems().check(() -> new StaffReminder(true, 0)).check(() -> new StaffReminder(true, 3));
        assertThat(problems.isEmpty()).isFalse();
        assertThatThrownBy(problems::refuse).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.problems()).extracting(Problem::code).containsExactly("value.range");
        });
        Problems many = new Problems();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        many.add(ValueProblem.NULL_ITEM.at("/" + i));
                    }
                })
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                        .hasSize(Problems.MOST));
    }

    @Test
    void aConflictCarriesWhatIsSavedNow() {
        ConflictException conflict = new ConflictException(
                "faster", new StaffReminder(true, 2), new Versioned<>(new StaffReminder(true, 3), 4));
        assertThat(conflict.current(StaffReminder.class)).isEqualTo(new Versioned<>(new StaffReminder(true, 3), 4));
        assertThat(conflict.refused()).contains(new StaffReminder(true, 2));
        assertThatThrownBy(() -> conflict.current(CatchmentArea.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalSurvivesSerialisation() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ValueProblem.NULL_ITEM.refusedAt("keys"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((RefusedException) in.readObject()).problems())
                    .isEqualTo(List.of(ValueProblem.NULL_ITEM.at("keys")));
        }
    }
}
