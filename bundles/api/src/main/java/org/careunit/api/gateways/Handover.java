package org.careunit.api.gateways;

import java.util.Objects;

/** What a gateway said to a message. The reason is for an operator: one line, without personal data, never null. */
public sealed interface Handover {

    /** What there is to say about it. */
    String reason();

    /** The gateway has taken it over. */
    record Accepted(String reason) implements Handover {
        public Accepted {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Not taken, or nobody knows; the same message may be taken later. */
    record TryLater(String reason) implements Handover {
        public TryLater {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Never: the gateway refuses this recipient for good. */
    record Rejected(String reason) implements Handover {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Never, and the recipient is not to blame: the message or our configuration is at fault. */
    record OurFault(String reason) implements Handover {
        public OurFault {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
