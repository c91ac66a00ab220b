package org.careunit.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * A unit keeps an administrator whatever two do to each other at once, each on a node of their own; on every database.
 */
abstract class LastAdministratorContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor AS_ANNA = new Actor.Staff(ANNA);
    private static final Actor AS_BO = new Actor.Staff(BO);

    private final ExecutorService callers = Executors.newFixedThreadPool(2);
    private final CountDownLatch ready = new CountDownLatch(2);
    private TestStore store;
    private AccessComponent oneNode;
    private AccessComponent otherNode;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        oneNode = component();
        otherNode = component();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        oneNode.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        oneNode.assign(OPERATOR, UNIT, BO, Set.of(UNIT_ADMINISTRATOR));
    }

    private AccessComponent component() {
        return new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
    }

    @AfterEach
    void closeStore() {
        callers.shutdownNow();
        oneNode.close();
        otherNode.close();
        store.close();
    }

    @RepeatedTest(5)
    void ofTwoWhoRemoveEachOtherOneStays() {
        together(() -> oneNode.remove(AS_ANNA, UNIT, BO), () -> otherNode.remove(AS_BO, UNIT, ANNA), "may not");
        assertThat(store.grants().atUnit(UNIT)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoWhoLockEachOtherOneStays() {
        together(() -> oneNode.lock(AS_ANNA, UNIT, BO), () -> otherNode.lock(AS_BO, UNIT, ANNA), "may not");
        assertThat(store.grants().atUnit(UNIT))
                .filteredOn(place -> place.locked())
                .hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoWhoAreLockedAndRemovedByAnOperatorOneStays() {
        together(
                () -> oneNode.lock(OPERATOR, UNIT, BO),
                () -> otherNode.remove(OPERATOR, UNIT, ANNA),
                "last unit administrator");
        assertThat(store.grants().atUnit(UNIT))
                .filteredOn(place -> place.inEffectAt(store.clock().instant()).contains(UNIT_ADMINISTRATOR))
                .hasSize(1);
    }

    /** Runs both at once; one of them must succeed and the other be refused for this reason. */
    private void together(Runnable one, Runnable other, String reason) {
        List<Future<?>> both = List.of(callers.submit(() -> whenReady(one)), callers.submit(() -> whenReady(other)));
        assertThat(both.stream().map(LastAdministratorContract::refusal).flatMap(Optional::stream))
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal).isInstanceOf(RefusedException.class).hasMessageContaining(reason));
    }

    private void whenReady(Runnable change) {
        ready.countDown();
        try {
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
        change.run();
    }

    private static Optional<Throwable> refusal(Future<?> change) {
        try {
            change.get(30, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.of(failure.getCause());
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }
}
