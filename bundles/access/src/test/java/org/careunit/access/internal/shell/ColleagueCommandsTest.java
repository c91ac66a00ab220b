package org.careunit.access.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.access.internal.AccessComponent;
import org.careunit.access.internal.DirectoryEntries;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look colleagues up, register, lock and reactivate them. */
class ColleagueCommandsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final StaffId CIA = new StaffId("SE1111111111-CIA");

    @TempDir
    Path path;

    private final FakeDirectory directory = new FakeDirectory();
    private TestStore store;
    private AccessComponent service;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(path);
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "A", CareUnit.State.OPEN));
        service = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        service.setDirectory(directory);
    }

    @AfterEach
    void closeStore() {
        service.close();
        store.close();
    }

    @Test
    void aColleagueIsLookedUpWithoutTheNumberBeingShown() {
        assertThat(run(lookUp())).contains("The directory knows nobody with this number.");
        assertThat(succeeds(lookUp())).isFalse();
        DirectoryEntries.add(directory, BO, Optional.empty());
        assertThat(run(lookUp())).containsPattern("SE1111111111-BO .*false").doesNotContain("9811");
        run(register());
        assertThat(run(lookUp()))
                .containsPattern("SE1111111111-BO .*true .*case-handler .*false")
                .doesNotContain("9811");
    }

    @Test
    void ofTwoHsaIdsTheOneThatIsNamedIsRegisteredUntilItsLastDay() {
        DirectoryEntries.add(directory, BO, Optional.empty());
        DirectoryEntries.add(directory, CIA, Optional.empty());
        PermissionRegisterCommand register = register();
        assertThat(run(register)).contains("pick one of").doesNotContain("9811");
        register.staff = CIA.value();
        register.until = "31 december";
        assertThat(run(register)).contains("for example 2015-03-01");
        register.until = "2199-12-31";
        assertThat(run(register)).contains("SE1111111111-CIA", "case-handler", "2199-12-31");
        assertThat(store.accounts().find(CIA)).isPresent();
        assertThat(store.accounts().find(BO)).isEmpty();
    }

    @Test
    void whoIsLockedIsListedAsLockedUntilReactivated() {
        DirectoryEntries.add(directory, BO, Optional.empty());
        PermissionLockCommand lock = new PermissionLockCommand();
        lock.service = service;
        lock.unit = UNIT.value();
        lock.staff = BO.value();
        assertThat(run(lock)).contains("has no permission at SE1111111111-UNIT1");
        run(register());
        assertThat(run(lock)).containsPattern("SE1111111111-BO .*case-handler .*true");

        PermissionReactivateCommand reactivate = new PermissionReactivateCommand();
        reactivate.service = service;
        reactivate.unit = UNIT.value();
        reactivate.staff = BO.value();
        assertThat(run(reactivate)).containsPattern("SE1111111111-BO .*case-handler .*false");
    }

    @Test
    void everyPermissionIsOfferedForCompletion() throws NoSuchFieldException {
        assertThat(PermissionRegisterCommand.class
                        .getDeclaredField("permissions")
                        .getAnnotation(Completion.class)
                        .values())
                .containsExactly(Arrays.stream(Permission.values())
                        .map(PermissionNames::of)
                        .toArray(String[]::new));
    }

    private PermissionLookUpCommand lookUp() {
        PermissionLookUpCommand command = new PermissionLookUpCommand();
        command.service = service;
        command.console = typing();
        command.unit = UNIT.value();
        return command;
    }

    private PermissionRegisterCommand register() {
        PermissionRegisterCommand command = new PermissionRegisterCommand();
        command.service = service;
        command.console = typing();
        command.unit = UNIT.value();
        command.permissions = List.of("case-handler");
        return command;
    }

    /** A console at which the number is typed when it is asked for, unseen. */
    private static Session typing() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("readLine");
                    assertThat(arguments[1]).isEqualTo('*');
                    return DirectoryEntries.NUMBER;
                });
    }
}
