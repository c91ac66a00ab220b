package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/**
 * Contract of a host's own {@link StaffDirectory}: nobody, not now and earlier answers are three things, and whose
 * identity is protected has no address. Each test makes its own service, which has answered nothing before.
 */
public abstract class StaffDirectoryContract extends HostServiceContract {

    /** The service under test. */
    protected abstract StaffDirectory service();

    /** {@link Canary#PERSON}, who is employed now and whose identity is not protected. */
    protected abstract StaffId known();

    /** Somebody with a protected identity. */
    protected abstract StaffId confidential();

    /** An HSA-id that nobody has. */
    protected abstract StaffId unknown();

    /** A unit that the directory has. */
    protected abstract HsaId knownUnit();

    /** An HSA-id that no unit has. */
    protected abstract HsaId unknownUnit();

    /** Without the time of the answer. */
    @Override
    Object askAboutKnown() {
        return ask(known());
    }

    private List<StaffEntry> ask(StaffId id) {
        return assertAnswered(service().staff(id)).found();
    }

    @Test
    void findsAStaffMemberByHsaId() {
        List<StaffEntry> entries = ask(known());
        assertFalse(entries.isEmpty(), "nobody was found");
        assertTrue(entries.stream().allMatch(entry -> entry.id().equals(known())), "an entry of somebody else");
        assertFalse(entries.get(0).confidential());
    }

    @Test
    void findsThePersonByNumber() {
        List<StaffEntry> entries =
                service().staff(new PersonNumber(Canary.PERSON.number())).found();
        assertTrue(entries.stream().anyMatch(entry -> entry.id().equals(known())), "the person was not found");
    }

    @Test
    void whoIsEmployedNowComesFirst() {
        DirectoryAnswer<List<StaffEntry>> answer = service().staff(known());
        List<Boolean> employed = answer.found().stream()
                .map(entry -> entry.holdsAt(answer.asOf()))
                .toList();
        assertTrue(employed.get(0), "the first employment is not in effect");
        assertEquals(
                employed.lastIndexOf(true) + 1,
                employed.stream().filter(now -> now).count());
    }

    @Test
    void nobodyAndNoUnitAreEmptyAnswers() {
        assertEquals(List.of(), ask(unknown()));
        assertEquals(Optional.empty(), service().unit(unknownUnit()).found());
    }

    @Test
    void findsAUnit() {
        assertEquals(
                Optional.of(knownUnit()), service().unit(knownUnit()).found().map(unit -> unit.id()));
    }

    @Test
    void aProtectedIdentityIsMarkedAndHasNoAddress() {
        List<StaffEntry> entries = ask(confidential());
        assertFalse(entries.isEmpty(), "nobody was found");
        assertTrue(entries.stream()
                .allMatch(entry -> entry.confidential()
                        && entry.mail().isEmpty()
                        && entry.mobile().isEmpty()));
    }

    @Test
    void anAnswerOfNowIsNotMarkedAsStale() {
        assertFalse(service().staff(known()).stale());
        assertFalse(service().unit(knownUnit()).stale());
    }

    /** That nobody was found is never remembered, and what was found is marked as stale. */
    @Test
    void anEarlierAnswerIsMarkedAndIsNeverThatNobodyWasFound() {
        ask(known());
        ask(unknown());
        takeAway();
        try {
            assertThrows(UnavailableException.class, () -> service().staff(unknown()));
            assertTrue(isStaleOrUnavailable(), "an earlier answer that is not marked as stale");
        } finally {
            giveBack();
        }
    }

    private boolean isStaleOrUnavailable() {
        try {
            return service().staff(known()).stale();
        } catch (UnavailableException nothingIsRemembered) {
            return true;
        }
    }

    @Test
    void saysFromMemoryWhetherItIsSetUp() {
        assertTrue(service().isSetUp());
        takeAway();
        try {
            assertTrue(service().isSetUp(), "being down is not the same as not being configured");
        } finally {
            giveBack();
        }
    }

    @Test
    void theAnswerCanBeLogged() {
        assertSaysNothing(String.valueOf(service().staff(known())));
    }
}
