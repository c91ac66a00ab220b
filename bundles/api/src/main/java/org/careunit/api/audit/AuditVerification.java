package org.careunit.api.audit;

import java.util.Objects;

/** Result of verifying an audit trail. */
public sealed interface AuditVerification {

    /**
     * Every row is unchanged.
     *
     * @param rows how many there are
     * @param head the end of the trail, as the log writes it: number, colon, seal; never null
     * @param since the number of the first row that is not pruned
     */
    record Intact(long rows, String head, long since) implements AuditVerification {
        public Intact {
            Objects.requireNonNull(head, "head");
        }
    }

    /**
     * Something was changed, removed or cut off.
     *
     * @param row the number of the first row that does not fit
     * @param what what is wrong with it; never null
     */
    record Broken(long row, String what) implements AuditVerification {
        public Broken {
            Objects.requireNonNull(what, "what");
        }
    }
}
