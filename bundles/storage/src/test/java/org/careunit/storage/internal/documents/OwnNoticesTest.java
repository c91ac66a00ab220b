package org.careunit.storage.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnNoticesTest {

    private final OwnNotices own = new OwnNotices();

    @Test
    void whatWasPassedOnAtTheCommitIsNotHeardAgain() {
        long number = own.begin();
        own.committed(number);
        assertThat(own.heard(number)).isFalse();
        assertThat(own.size()).isZero();
    }

    @Test
    void whatComesBackBeforeTheAnswerToTheCommitIsLeftToTheTransaction() {
        long number = own.begin();
        assertThat(own.heard(number)).isFalse();
        own.committed(number);
        assertThat(own.size()).isZero();
    }

    @Test
    void whatWasGivenUpIsHeardWhenItTookEffect() {
        long number = own.begin();
        own.forget(number);
        assertThat(own.heard(number)).isTrue();
        assertThat(own.size()).isZero();
    }

    @Test
    void whatWasCommittedWhileNothingWasHeardIsForgotten() {
        long committed = own.begin();
        own.committed(committed);
        long pending = own.begin();
        own.forgetCommitted();
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.heard(pending)).isFalse();
    }
}
