package org.careunit.access.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Completion;
import org.careunit.access.internal.AccessComponent;
import org.careunit.access.internal.AccessContract;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path directory;

    @Test
    void permissionsAreAssignedListedAndRemoved() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(new CareUnit(AccessContract.UNIT, new CountyCode("01"), "A", CareUnit.State.OPEN));
            AccessComponent service = new AccessComponent(
                    store.transactions(),
                    store.units(),
                    store.grants(),
                    store.accounts(),
                    store.audit(),
                    store.pseudonyms(),
                    store.changes(),
                    store.clock());
            PermissionAssignCommand assign = new PermissionAssignCommand();
            assign.service = service;
            assign.unit = " se1111111111-unit1";
            assign.staff = AccessContract.ANNA.value();
            assign.permissions = List.of("case-receiver", "case-handler");
            assertThat(run(assign)).contains("SE1111111111-ANNA", "case-receiver, case-handler");
            assign.permissions = List.of("chief");
            assertThat(run(assign)).contains("write one of case-receiver, case-handler, unit-administrator");

            PermissionRemoveCommand remove = new PermissionRemoveCommand();
            remove.service = service;
            remove.unit = AccessContract.UNIT.value();
            remove.staff = AccessContract.ANNA.value();
            assertThat(run(remove)).contains("Nobody has a permission there.");

            PermissionHistoryCommand history = new PermissionHistoryCommand();
            history.service = service;
            history.units = store.units();
            history.unit = AccessContract.UNIT.value();
            history.staff = AccessContract.ANNA.value();
            assertThat(run(history))
                    .containsPattern("2 .*operator:.* case-receiver, case-handler")
                    .containsPattern("1 .*operator:.* case-receiver, case-handler");
            history.unit = "SE1111111111-NONE";
            assertThat(run(history)).contains("There is no unit SE1111111111-NONE");
            PermissionListCommand list = new PermissionListCommand();
            list.service = service;
            list.units = store.units();
            list.unit = "SE1111111111-NONE";
            assertThat(run(list)).contains("There is no unit SE1111111111-NONE");
            list.unit = AccessContract.UNIT.value();
            assertThat(run(list)).contains("Nobody has a permission there.");
            PermissionRestoreCommand restore = new PermissionRestoreCommand();
            restore.service = service;
            restore.unit = AccessContract.UNIT.value();
            restore.staff = AccessContract.ANNA.value();
            restore.version = 1;
            assertThat(run(restore)).contains("SE1111111111-ANNA", "case-receiver, case-handler");
            restore.version = 9;
            assertThat(run(restore)).contains("There is no version 9");

            RegionAdministratorCommand region = new RegionAdministratorCommand();
            region.service = service;
            region.region = "01";
            region.staff = AccessContract.ANNA.value();
            assertThat(run(region)).contains("01", "SE1111111111-ANNA");
            assertThat(store.grants().of(AccessContract.ANNA).regions()).containsExactly(new CountyCode("01"));
        }
    }

    @Test
    void everyPermissionAndRegionIsOfferedForCompletion() throws NoSuchFieldException {
        assertThat(offered(PermissionAssignCommand.class, "permissions").values())
                .containsExactly(Arrays.stream(Permission.values())
                        .map(PermissionNames::of)
                        .toArray(String[]::new));
        assertThat(offered(RegionStaffCommand.class, "region").value()).isEqualTo(RegionCompleter.class);
    }

    private static Completion offered(Class<?> command, String field) throws NoSuchFieldException {
        return command.getDeclaredField(field).getAnnotation(Completion.class);
    }
}
