package org.careunit.api.events;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.HsaId;

/** What has happened to a case. */
public sealed interface CaseChange {

    /**
     * A resident has sent the case to the unit.
     *
     * @param caseType the key of the case type: 1 to 60 lower-case letters, digits or hyphens; never null
     */
    record Received(String caseType) implements CaseChange {

        private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,60}");

        /** @throws RefusedException if {@code caseType} has another form */
        public Received {
            Objects.requireNonNull(caseType, "caseType");
            if (!FORM.matcher(caseType).matches()) {
                throw ValueProblem.CASE_TYPE_KEY_OF_EVENT.refused();
            }
        }
    }

    /**
     * The case was given to a staff member.
     *
     * @param to who is to answer it now; never null
     * @param by who gave it, possibly the same person; never null
     */
    record Given(HsaId to, HsaId by) implements CaseChange {
        public Given {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(by, "by");
        }
    }

    /** Staff sent a first reply that is not yet the answer. */
    record PartReplied() implements CaseChange {}

    /** Staff asked the resident something and wait for the reply. */
    record CounterQuestionAsked() implements CaseChange {}

    /** The resident replied to staff. */
    record ResidentReplied() implements CaseChange {}

    /** Staff answered the case. */
    record Answered() implements CaseChange {}

    /** The resident has read the answer. */
    record AnswerRead() implements CaseChange {}

    /** An answered or closed case is open again. */
    record Reopened() implements CaseChange {}

    /** The resident withdrew the case. */
    record Withdrawn() implements CaseChange {}

    /** The case is closed. */
    record Closed() implements CaseChange {}
}
