package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.CaseContacts.Contacts;
import org.careunit.api.identity.CaseRef;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Contract of a host's {@link CaseContacts}. */
public abstract class CaseContactsContract extends HostServiceContract {

    /** The service under test. */
    protected abstract CaseContacts service();

    /** A case whose resident wants messages as {@link Canary#contacts} of {@link Canary#PERSON} says. */
    protected abstract CaseRef known();

    /** A case that the host does not know. */
    protected abstract CaseRef unknown();

    @Override
    Object askAboutKnown() {
        return assertAnswered(service().contacts(known()));
    }

    @Test
    void saysWhereTheResidentWantsMessages() {
        assertEquals(Optional.of(Canary.PERSON.contacts()), service().contacts(known()));
    }

    @Test
    void aCaseThatItDoesNotKnowHasNoContacts() {
        assertEquals(Optional.empty(), assertAnswered(service().contacts(unknown())));
    }

    @Test
    void theAnswerCanBeLogged() {
        assertSaysNothing(service().contacts(known()).map(Contacts::toString).orElse(""));
    }
}
