package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * By the real rule: whoever would act for another resident is refused like anybody who may not, with a row in the
 * trail.
 */
class ResidentsActForThemselvesTest {

    private static final Actor RESIDENT = new Actor.Resident("r-1");

    @TempDir
    Path directory;

    @Test
    void whoReadsOrAcceptsTermsForAnotherLeavesARow() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(Arguments.unit());
            try (Services services = new Services(store)) {
                TermsAcceptance acceptance =
                        (TermsAcceptance) services.byContract().get(TermsAcceptance.class);
                assertThatThrownBy(() -> acceptance.toAccept(
                                RESIDENT, Arguments.UNIT, Arguments.TYPE, new ResidentPseudonym("r-2")))
                        .isInstanceOf(NotPermittedException.class)
                        .hasMessageContaining("who may: ");
                assertThat(store.audit().newest(Arguments.UNIT, 10))
                        .extracting(AuditTrail.Entry::action)
                        .containsExactly("access.refused");
                assertThatThrownBy(() -> acceptance.toAccept(
                                RESIDENT, Arguments.UNIT, Arguments.TYPE, new ResidentPseudonym("r-1")))
                        .isInstanceOf(RefusedException.class)
                        .isNotInstanceOf(NotPermittedException.class);
                assertThat(store.audit().newest(Arguments.UNIT, 10)).hasSize(1);
            }
        }
    }
}
