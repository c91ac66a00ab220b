package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;

import java.nio.file.Path;
import java.util.List;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path directory;

    @Test
    void notificationIsTurnedOnAndOffAndKeepsItsAddresses() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(new CareUnit(SettingsContract.UNIT, new CountyCode("01"), "A", CareUnit.State.OPEN));
            SettingsEmailCommand email = new SettingsEmailCommand();
            email.service = SettingsContract.service(store);
            email.unit = SettingsContract.UNIT.value();
            email.state = "on";
            assertThat(run(email)).contains("needs at least one address");
            email.addresses = List.of("a@example.org", " b@example.org");
            assertThat(run(email)).contains("[\"a@example.org\",\"b@example.org\"]", "true");
            email.state = "off";
            email.addresses = null;
            run(email);
            email.state = "perhaps";
            assertThat(run(email)).contains("Write on or off");

            SettingsShowCommand show = new SettingsShowCommand();
            show.service = email.service;
            show.unit = email.unit;
            assertThat(run(show)).contains("[\"a@example.org\",\"b@example.org\"]", "false", "2");
        }
    }
}
