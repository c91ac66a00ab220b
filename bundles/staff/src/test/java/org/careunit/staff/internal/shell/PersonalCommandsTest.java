package org.careunit.staff.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.HostileWords;
import org.careunit.staff.internal.PersonalSettingsComponent;
import org.careunit.staff.internal.PersonalSupport;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalCommandsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final Actor AS_ANNA = new Actor.Staff(ANNA);

    @TempDir
    Path directory;

    @Test
    void anOperatorSeesThatSomethingWasChosenAndNotWhat() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            PersonalSupport support = support(store);
            PersonalShowCommand show = new PersonalShowCommand();
            show.support = support;
            show.unit = UNIT.value();
            show.staff = ANNA.value();
            assertThat(run(show))
                    .contains("their own", "o***@example.org")
                    .doesNotContain("own@example.org", "Syster Test", "Hälsningar");
            PersonalHistoryCommand history = new PersonalHistoryCommand();
            history.support = support;
            history.unit = UNIT.value();
            history.staff = ANNA.value();
            assertThat(run(history))
                    .contains("/displayName", AS_ANNA.label())
                    .doesNotContain("own@example.org", "Syster Test", "Hälsningar");
            HostileWords.assertPlainAnswers(show, word -> show.unit = word);
            HostileWords.assertPlainAnswers(history, word -> history.staff = word);
            show.unit = "nobody";
            assertThat(succeeds(show)).isFalse();
            for (String[] wrong : new String[][] {
                {"SE1111111111-NONE", ANNA.value(), "There is no unit SE1111111111-NONE"},
                {UNIT.value(), "SE1111111111-NOBODY", "Nobody with the HSA-id SE1111111111-NOBODY has an account"}
            }) {
                show.unit = wrong[0];
                show.staff = wrong[1];
                history.unit = wrong[0];
                history.staff = wrong[1];
                assertThat(run(show)).contains(wrong[2]);
                assertThat(succeeds(show)).isFalse();
                assertThat(run(history)).contains(wrong[2]);
                assertThat(succeeds(history)).isFalse();
            }
        }
    }

    private static PersonalSupport support(TestStore store) {
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        AccessComponent access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        access.assign(new Actor.Operator("test"), UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        PersonalSettingsComponent settings = new PersonalSettingsComponent(
                access, access, store.units(), store.documents(), store.audit(), store.clock());
        PersonalChoices chosen = new PersonalChoices(
                Optional.of("Syster Test"),
                Optional.of("Hälsningar\nTest"),
                true,
                Optional.of(new EmailAddress("own@example.org")));
        settings.save(AS_ANNA, UNIT, ANNA, chosen, 0);
        return new PersonalSupport(access, settings, store.units(), store.accounts());
    }
}
