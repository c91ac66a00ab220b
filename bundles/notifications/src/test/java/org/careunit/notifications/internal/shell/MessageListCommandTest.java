package org.careunit.notifications.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.Page;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageListCommandTest {

    @TempDir
    Path directory;

    @Test
    void aUnitThatIsNotThereIsNoUnitWithoutMessages() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            HsaId unit = new HsaId("SE1111111111-UNIT1");
            store.units().add(new CareUnit(unit, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
            MessageListCommand list = new MessageListCommand();
            list.messages = Stub.of(Messages.class, "ofUnit", asked -> new Page<>(List.of(), Optional.empty()));
            list.units = store.units();
            list.unit = unit.value();
            assertThat(run(list)).contains("The ledger has no such message.");
            assertThat(succeeds(list)).isTrue();
            list.unit = "SE1111111111-NONE";
            assertThat(run(list)).contains("There is no unit SE1111111111-NONE");
            assertThat(succeeds(list)).isFalse();
        }
    }
}
