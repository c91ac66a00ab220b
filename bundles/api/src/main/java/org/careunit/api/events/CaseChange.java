package org.careunit.api.events;

import java.util.Objects;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;

/** What has happened to a case. */
public sealed interface CaseChange {

    /**
     * A resident has sent the case to the unit.
     *
     * @param caseType the case type; never null
     */
    record Received(CaseTypeKey caseType) implements CaseChange {
        public Received {
            Objects.requireNonNull(caseType, "caseType");
        }
    }

    /**
     * The case was given to a staff member.
     *
     * @param to who is to answer it now; never null
     * @param by who gave it, possibly the same person; never null
     */
    record Given(StaffId to, StaffId by) implements CaseChange {
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
