package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.CaseRef;
import org.junit.jupiter.api.Test;

/** Contract of a host's {@link UnreadAnswers}. */
public abstract class UnreadAnswersContract extends HostServiceContract {

    /** The service under test. */
    protected abstract UnreadAnswers service();

    /** A case whose answer the resident has not read. */
    protected abstract CaseRef unread();

    /** A case whose answer the resident has read. */
    protected abstract CaseRef read();

    /** A case that the host does not know. */
    protected abstract CaseRef unknown();

    @Override
    Object askAboutKnown() {
        return service().isUnread(unread());
    }

    @Test
    void tellsReadFromUnread() {
        assertTrue(service().isUnread(unread()));
        assertFalse(service().isUnread(read()));
    }

    @Test
    void aCaseThatItDoesNotKnowHasNothingUnread() {
        assertFalse(service().isUnread(unknown()));
    }
}
