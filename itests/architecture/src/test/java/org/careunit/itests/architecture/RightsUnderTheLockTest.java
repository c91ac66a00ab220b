package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.Actor;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.TestMessages;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever loses a right while a change of theirs waits for a lock changes nothing: every operation that changes what a
 * unit or a region decides asks for the right again within its transaction.
 */
class RightsUnderTheLockTest {

    private static final Set<Operation> CHANGES =
            Set.of(Operation.CHANGE_UNIT, Operation.CHANGE_REGION, Operation.REGISTER_UNIT, Operation.OWN_SETTINGS);

    /** Permissions have rules and tests of their own; messages are sent, and change nothing that was decided. */
    private static final Set<Class<?>> OTHERS = Set.of(Permissions.class, TestMessages.class, Messages.class);

    /** What only those read who may change it, what only tries something out, and what is so already. */
    private static final Set<String> WITHOUT_A_CHANGE = Set.of(
            "CaseTypeCatalogue.handOut", // every type is handed out at first
            "CaseTypeChoices.deactivate", // no type is active at first
            "Configurations.copy", // tried out with these arguments
            "Configurations.dryRun",
            "Configurations.dryRunEach",
            "PersonalSettings.history",
            "PersonalSettings.read",
            "PersonalSettings.signature",
            "Terms.check",
            "Terms.compare",
            "Terms.draft",
            "Terms.history",
            "Terms.intended",
            "Terms.preview");

    /** Those of which the arguments are right, so that nothing but the right can refuse them; there may be more. */
    private static final Set<String> REFUSED_FOR_THE_RIGHT = Set.of(
            "ApprovedResidents.approve",
            "ApprovedResidents.withdraw",
            "CaseTypeCatalogue.save",
            "CaseTypeCatalogue.withdraw",
            "CaseTypeChoices.save",
            "Configurations.apply",
            "NamedResidents.name",
            "NamedResidents.remove",
            "RegionSettings.save",
            "RegionTerms.saveDraft",
            "Terms.saveDraft",
            "UnitSettings.save",
            "Units.open",
            "Units.register");

    @TempDir
    Path directory;

    private TestStore store;
    private LosingAccess access;
    private Services services;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.embedded(directory);
        store.units().add(Arguments.unit());
        access = new LosingAccess(store);
        services = new Services(store, real -> access);
    }

    @AfterEach
    void close() {
        services.close();
        store.close();
    }

    @Test
    void whoLosesTheRightWhileTheyWaitChangesNothing() {
        Set<String> refused = new TreeSet<>();
        Set<String> done = new TreeSet<>();
        Map<Class<?>, Object> all = services.byContract();
        all.forEach((contract, service) -> EveryOperationHasARuleTest.operations(contract)
                .filter(operation -> !OTHERS.contains(contract))
                .forEach(operation -> {
                    String name = contract.getSimpleName() + "." + operation.getName();
                    access.begin();
                    if (isRefusedForTheRight(service, operation)) {
                        refused.add(name);
                    } else if (access.hasBeenAskedForAChange()) {
                        done.add(name);
                    }
                }));
        done.removeAll(refused);
        done.removeAll(WITHOUT_A_CHANGE);
        assertThat(done)
                .as("changes that do not ask for the right under the lock: use Documents.change")
                .isEmpty();
        assertThat(refused).containsAll(REFUSED_FOR_THE_RIGHT);
        assertThat(store.units().find(Arguments.UNIT)).isPresent().get().satisfies(entry -> assertThat(
                        entry.unit().state())
                .isEqualTo(CareUnit.State.REGISTERED));
        assertThat(store.approvals().all()).isEmpty();
        assertThat(store.namings().ofUnit(Arguments.UNIT)).isEmpty();
    }

    /** What fails for its arguments tells nothing of the right. */
    private boolean isRefusedForTheRight(Object service, Method operation) {
        try {
            operation.invoke(service, Arguments.of(operation, new Actor.Operator("test")));
            return false;
        } catch (InvocationTargetException thrown) {
            boolean refused = thrown.getCause() instanceof NotPermittedException;
            if (!refused) {
                access.forget();
            }
            return refused;
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** Permits everything until somebody asks within a transaction, and nothing from then on. */
    private static final class LosingAccess implements AccessControl {

        private final TestStore store;
        private boolean lost;
        private boolean askedForAChange;

        LosingAccess(TestStore store) {
            this.store = store;
        }

        void begin() {
            lost = false;
            askedForAChange = false;
        }

        void forget() {
            askedForAChange = false;
        }

        boolean hasBeenAskedForAChange() {
            return askedForAChange;
        }

        @Override
        public void require(Actor actor, Operation operation, Target target) {
            if (!isPermitted(actor, operation, target)) {
                throw new NotPermittedException(ValueProblem.NULL_ITEM.with());
            }
        }

        @Override
        public boolean isPermitted(Actor actor, Operation operation, Target target) {
            askedForAChange |= CHANGES.contains(operation);
            lost |= store.transactions().isOpen();
            return !lost;
        }
    }
}
