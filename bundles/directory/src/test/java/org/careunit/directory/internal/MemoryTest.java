package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.directory.internal.Question.StaffFound;
import org.careunit.directory.internal.Question.UnitFound;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final Memory memory = new Memory();

    @Test
    void forgetsFirstWhatWasNotAskedForLongest() {
        memory.limit(3);
        keep(1);
        keep(2);
        keep(3);
        memory.find(unit(1));
        keep(4);

        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.find(unit(1))).isPresent();
        assertThat(memory.find(unit(2))).isEmpty();
        assertThat(memory.find(unit(4))).isPresent();
    }

    @Test
    void tellsKindsOfQuestionsApart() {
        memory.keep(unit(1), new UnitFound(Optional.empty()), SettableClock.START);

        assertThat(memory.find(new Question.StaffById(unit(1).id()))).isEmpty();
    }

    @Test
    void neverPrintsANumber() {
        Question.StaffByNumber question = new Question.StaffByNumber(new PersonNumber("189001019802"));
        memory.keep(question, new StaffFound(List.of()), SettableClock.START);

        assertThat(question.toString()).doesNotContain("1890");
        assertThat(memory.find(question)).isPresent();
    }

    /** Neither the number nor anything that holds it, so that it is not found in a heap dump 72 hours later. */
    @Test
    void keepsNoNumberInClear() {
        QuestionKeys keys = new QuestionKeys();
        Question.StaffByNumber question = new Question.StaffByNumber(new PersonNumber("189001019802"));
        Object key = keys.of(question);

        assertThat(key.toString()).doesNotContain("189001019802");
        assertThat(key.getClass().getRecordComponents()).hasSize(1);
        assertThat(key).isEqualTo(keys.of(new Question.StaffByNumber(new PersonNumber("189001019802"))));
        assertThat(key).isNotEqualTo(keys.of(new Question.StaffByNumber(new PersonNumber("189001029801"))));
        assertThat(key).isNotEqualTo(new QuestionKeys().of(question));
    }

    private void keep(int number) {
        memory.keep(unit(number), new UnitFound(Optional.empty()), SettableClock.START);
    }

    private static Question.UnitById unit(int number) {
        return new Question.UnitById(HsaId.of("SE1111111111-U" + number));
    }
}
