package org.careunit.api.host;

import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows whether the answer of a case is still unread. Asked just before a resident is reminded of it; safe for use by
 * many threads, and answers within seconds. Where no host has it, the events alone decide.
 */
@ConsumerType
public interface UnreadAnswers {

    /**
     * Whether the resident has not read the answer yet; {@code false} also for a case that the host does not know.
     *
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now; the reminder waits then
     */
    boolean isUnread(CaseRef ref);
}
