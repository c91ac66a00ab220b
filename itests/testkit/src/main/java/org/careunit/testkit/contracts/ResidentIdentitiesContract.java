package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Contract of a host's {@link ResidentIdentities}. */
public abstract class ResidentIdentitiesContract extends HostServiceContract {

    /** The service under test. */
    protected abstract ResidentIdentities service();

    /** A case that is about {@link Canary#PERSON}, whose name is not protected. */
    protected abstract CaseRef known();

    /** A case that the host does not know. */
    protected abstract CaseRef unknown();

    @Override
    Object askAboutKnown() {
        return assertAnswered(service().residentIdentity(known()));
    }

    @Test
    void saysWhoTheResidentIs() {
        assertEquals(Optional.of(Canary.PERSON.identity()), service().residentIdentity(known()));
    }

    @Test
    void aCaseThatItDoesNotKnowIsAboutNobody() {
        assertEquals(Optional.empty(), assertAnswered(service().residentIdentity(unknown())));
    }

    @Test
    void theAnswerCanBeLogged() {
        assertSaysNothing(
                service().residentIdentity(known()).map(Identity::toString).orElse(""));
    }
}
