package org.careunit.settings.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.FixedCaseTypes;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SettingsFixture;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.archive.ArchiveRunsComponent;
import org.careunit.settings.internal.checks.ArchiveCheck;
import org.careunit.settings.internal.checks.HostCasesCheck;
import org.careunit.settings.internal.checks.RecordSystemCheck;
import org.careunit.settings.internal.checks.ReminderCheck;
import org.careunit.settings.internal.checks.SectionsCheck;
import org.careunit.settings.internal.checks.SmsTextsCheck;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeArchive;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String UNIT = SettingsFixture.UNIT.value();

    @TempDir
    Path directory;

    private TestStore store;
    private SettingsContext context;
    private UnitSettingsComponent settings;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.embedded(directory);
        store.units().add(new CareUnit(SettingsFixture.UNIT, new CountyCode("01"), "A", CareUnit.State.OPEN));
        context = SettingsFixture.context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void notificationIsTurnedOnAndOffAndKeepsItsAddresses() {
        SettingsEmailCommand email = new SettingsEmailCommand();
        email.service = settings;
        email.unit = UNIT;
        email.state = "on";
        assertThat(run(email)).contains("needs at least one address");
        email.addresses = List.of("a@example.org", " b@example.org");
        assertThat(run(email)).contains("[\"a@example.org\",\"b@example.org\"]", "true");
        email.state = "off";
        email.addresses = null;
        run(email);
        email.state = "perhaps";
        assertThat(run(email)).contains("Write on or off");
        assertThat(shown(null)).contains("[\"a@example.org\",\"b@example.org\"]", "false", "2");
    }

    @Test
    void sectionsAreListedInSwedish() {
        SettingsListCommand list = new SettingsListCommand();
        list.service = settings;
        list.unit = UNIT;
        assertThat(run(list)).contains("sending-hours", "Tider för att skicka ärenden", "Inget journalsystem");
    }

    @Test
    void aSectionIsSavedListedInItsHistoryAndRestored() {
        assertThat(saved("page-link", "{\"shown\":false}", null)).contains("page-link", "1", "{\"shown\":false}");
        assertThat(saved("page-link", "{\"shown\":true}", 0L)).contains("at version 1");
        assertThat(saved("page-link", "{\"shown\":true}", 1L)).contains("2");
        assertThat(saved("page-link", "{}", null)).contains("/shown: this is missing");
        assertThat(saved("page", "{}", null)).contains("There is no such section");

        SettingsHistoryCommand history = new SettingsHistoryCommand();
        history.service = settings;
        history.unit = UNIT;
        history.section = "page-link";
        assertThat(run(history)).contains("operator:tester", "/shown: false -> true", "/shown: nothing -> false");
        history.section = "pauses";
        assertThat(run(history)).contains("Nobody has saved this section.");

        assertThat(restored(1)).contains("3", "{\"shown\":false}");
        assertThat(restored(9)).contains("There is no version 9");
        assertThat(restored(0)).contains("4", "{\"shown\":true}");
    }

    @Test
    void exportsToTheArchiveAreShownAndAskedFor() {
        SettingsArchiveCommand command = new SettingsArchiveCommand();
        command.service =
                new ArchiveRunsComponent(FakeAccess.operators(), context, store.archive(), store.jobs(), store.clock());
        command.unit = UNIT;
        assertThat(run(command)).contains("none");
        command.run = true;
        assertThat(run(command)).contains("No archive is installed");
        FakeArchive archive = new FakeArchive();
        context.setArchives(archive);
        assertThat(run(command)).contains("installed");
        assertThat(store.archive().unfinished(9)).hasSize(1);
    }

    @Test
    void informationIsShownBesideWhatTheDirectorySays() {
        UnitInformationCommand information = new UnitInformationCommand();
        information.service = settings;
        information.unit = UNIT;
        assertThat(run(information)).contains("cannot be asked");
        context.setDirectory(
                new FakeDirectory().setOtherUnits(unit -> Optional.of(FakeDirectory.unit(unit, "EK:s mottagning"))));
        saved(
                "unit-information",
                "{\"name\":\"Björken\",\"visitingAddress\":[],\"postalAddress\":[],\"openingHours\":[],"
                        + "\"telephoneHours\":[],\"dropInHours\":[\"5#08:00#09:00\"]}",
                null);
        assertThat(runForScripts(information))
                .contains("{\"what\":\"name\",\"shown\":\"Björken\",\"unit\":\"Björken\",\"EK\":\"EK:s mottagning\"}")
                .contains("\"fredag 08.00–09.00\",\"EK\":\"onsdag 13.00–14.00\"")
                .contains("\"shown\":\"Gatan 1, 111 11 Stockholm\",\"unit\":\"\"");
    }

    @Test
    void aTextIsPreviewedWithoutBeingSaved() {
        SettingsPreviewCommand preview = new SettingsPreviewCommand();
        preview.service = settings;
        preview.text = "<p>Hej</p><script>x</script>";
        assertThat(run(preview)).contains("<p>Hej</p>", "<script>");
        assertThat(shown("other-information")).contains("0");
    }

    private String saved(String section, String content, Long seen) {
        SettingsSetCommand set = new SettingsSetCommand();
        set.service = settings;
        set.unit = UNIT;
        set.section = section;
        set.content = content;
        set.seen = seen;
        return run(set);
    }

    private String restored(long version) {
        SettingsRestoreCommand restore = new SettingsRestoreCommand();
        restore.service = settings;
        restore.unit = UNIT;
        restore.section = "page-link";
        restore.version = version;
        return run(restore);
    }

    private String shown(String section) {
        SettingsShowCommand show = new SettingsShowCommand();
        show.service = settings;
        show.unit = UNIT;
        show.section = section;
        return run(show);
    }

    @Test
    void whatNobodyHasSavedIsConfirmedAsItStandsAndThenTheChecklistIsContent() {
        SectionsCheck check = new SectionsCheck(settings);
        CheckRequest question = new CheckRequest(SettingsFixture.UNIT, Optional.empty());
        assertThat(check.check(question).reasons())
                .contains("Avisering via e-post: spara avsnittet, eller bekräfta att det ska vara som det är.");
        SettingsConfirmCommand confirm = new SettingsConfirmCommand();
        confirm.service = settings;
        confirm.unit = UNIT;
        confirm.section = "email-notification";
        assertThat(run(confirm)).contains("email-notification", "1");
        assertThat(run(confirm)).contains("1").doesNotContain("2");
        confirm.section = null;
        run(confirm);
        assertThat(run(confirm)).contains("Nothing was left to confirm.");
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.DONE);
        assertThat(settings.read(new Actor.Operator("test"), SettingsFixture.UNIT, EmailNotification.class)
                        .content())
                .isEqualTo(EmailNotification.OFF);
    }

    @Test
    void whoSavesATextHearsHowManySmsItIsAndWhichSignsAreToBlame() {
        SettingsSetCommand set = new SettingsSetCommand();
        set.service = settings;
        set.unit = SettingsFixture.UNIT.value();
        set.section = "messages";
        FixedCaseTypes.say(context);
        TopicMessages dashed = new TopicMessages(null, null, "Ärenden – {count}");
        set.content = settings.write(new StaffMessages(null, dashed, null, null, null));
        assertThat(run(set))
                .contains("given sms", "1 SMS, UCS-2, 16 units; not in GSM-7: –")
                .contains("overdue sms", "1 SMS, GSM-7");
        assertThat(new SmsTextsCheck(settings).check(new CheckRequest(SettingsFixture.UNIT, Optional.empty())))
                .satisfies(found -> {
                    assertThat(found.status()).isEqualTo(CheckStatus.DONE);
                    assertThat(found.reasons()).singleElement().asString().contains("tilldelade ärenden", "–");
                });
        set.content = settings.write(StaffMessages.DEFAULT);
        run(set);
        assertThat(new SmsTextsCheck(settings)
                        .check(new CheckRequest(SettingsFixture.UNIT, Optional.empty()))
                        .reasons())
                .isEmpty();
    }

    @Test
    void theReminderIsHeldAgainstTheLongestPromise() {
        CheckRequest question = new CheckRequest(SettingsFixture.UNIT, Optional.empty());
        assertThat(new ReminderCheck(settings, new Promises()).check(question).reasons())
                .singleElement()
                .asString()
                .contains("antalet arbetsdagar är 3", "är 5");
        Actor operator = new Actor.Operator("test");
        settings.save(operator, SettingsFixture.UNIT, new StaffReminder(true, 5), 0);
        assertThat(new ReminderCheck(settings, new Promises()).check(question).status())
                .isEqualTo(CheckStatus.DONE);
        settings.save(operator, SettingsFixture.UNIT, new StaffReminder(false, 5), 1);
        assertThat(new ReminderCheck(settings, new Promises()).check(question)).satisfies(result -> {
            assertThat(result.status()).isEqualTo(CheckStatus.NOT_NEEDED);
            assertThat(result.problems()).singleElement().satisfies(why -> {
                assertThat(why.code()).isEqualTo("settings.reminder-off");
                assertThat(why.swedish()).isEqualTo("Påminnelse via e-post till vårdgivare är avstängd.");
            });
        });
    }

    @Test
    void aRecordSystemThatIsToHearOfCasesHasPassedItsTestAndCanBeReached() {
        CheckRequest question = new CheckRequest(SettingsFixture.UNIT, Optional.empty());
        RecordSystemCheck check = new RecordSystemCheck(settings, context);
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.NOT_NEEDED);
        SaidRecordSystem system = new SaidRecordSystem();
        context.setRecordSystems(system);
        settings.save(new Actor.Operator("test"), SettingsFixture.UNIT, new RecordSystemNotification(true), 0);
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.DONE);
        system.reachable = false;
        assertThat(check.check(question).reasons())
                .containsExactly("Journalsystemet kan inte nås just nu. Kontakta regionens support.");
        system.progress = Progress.UNTESTED;
        assertThat(check.check(question).reasons())
                .singleElement()
                .asString()
                .contains("har inte klarat", "Skicka ett");
    }

    @Test
    void thePlatformSaysOfCasesWhatTheUnitsOwnDecisionsNeed() {
        CheckRequest question = new CheckRequest(SettingsFixture.UNIT, Optional.empty());
        Actor operator = new Actor.Operator("test");
        HostCasesCheck check = new HostCasesCheck(settings);
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.NOT_NEEDED);
        settings.save(operator, SettingsFixture.UNIT, new ResidentReminder(false, 3), 0);
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.NOT_NEEDED);
        settings.save(operator, SettingsFixture.UNIT, new ResidentReminder(true, 3), 1);
        settings.save(operator, SettingsFixture.UNIT, ArchiveExport.DEFAULT, 0);
        context.setRecordSystems(new SaidRecordSystem());
        settings.save(operator, SettingsFixture.UNIT, new RecordSystemNotification(true), 0);
        assertThat(check.check(question).reasons())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Påminnelse till invånare är på"),
                        two -> assertThat(two).startsWith("Journalavisering är på"),
                        three -> assertThat(three).contains("arkiveras", "avslutade ärenden"));
        check.setContacts(ref -> Optional.empty());
        check.setIdentities(ref -> Optional.empty());
        assertThat(check.check(question).reasons()).singleElement().asString().contains("arkiveras");
        check.setClosed(new NoCases());
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.DONE);
    }

    @Test
    void theArchiveIsNeededOnceTheUnitHasDecidedAndItsExportsComeInTime() {
        CheckRequest question = new CheckRequest(SettingsFixture.UNIT, Optional.empty());
        AtomicReference<ArchiveRuns.Status> status = new AtomicReference<>(ArchiveRuns.Status.NOT_INSTALLED);
        Clock clock = Clock.fixed(Instant.parse("1999-12-20T12:00:00Z"), ZoneOffset.UTC);
        ArchiveCheck check = new ArchiveCheck(settings, new FixedRuns(status), context, clock);
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.NOT_NEEDED);
        settings.save(new Actor.Operator("test"), SettingsFixture.UNIT, ArchiveExport.DEFAULT, 0);
        assertThat(check.check(question).reasons())
                .singleElement()
                .asString()
                .contains("Inget arkiv", "Kontakta regionens support.");
        status.set(new ArchiveRuns.Status(true, Optional.empty(), Optional.empty()));
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.DONE);
        Optional<Instant> last = Optional.of(Instant.parse("1999-09-19T12:00:00Z"));
        status.set(new ArchiveRuns.Status(true, last, Optional.of(LocalDate.parse("1999-12-20"))));
        assertThat(check.check(question).status()).isEqualTo(CheckStatus.DONE);
        status.set(new ArchiveRuns.Status(true, last, Optional.of(LocalDate.parse("1999-12-19"))));
        assertThat(check.check(question).reasons()).singleElement().asString().contains("den 19 december 1999");
        FakeArchive archive = new FakeArchive();
        archive.setReachable(false);
        context.setArchives(archive);
        assertThat(check.check(question).reasons())
                .containsExactly("Arkivet kan inte nås just nu. Kontakta regionens support.");
    }

    private record FixedRuns(AtomicReference<ArchiveRuns.Status> said) implements ArchiveRuns {

        @Override
        public ArchiveRuns.Status status(Actor actor, HsaId unit) {
            return said.get();
        }

        @Override
        public void runNow(Actor actor, HsaId unit) {
            throw new AssertionError();
        }

        @Override
        public Page<ArchiveRun> runs(Actor actor, HsaId unit, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public Page<LeftOut> leftOut(Actor actor, HsaId unit, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public boolean cancel(Actor actor, HsaId unit) {
            throw new AssertionError();
        }

        @Override
        public boolean retry(Actor actor, HsaId unit) {
            throw new AssertionError();
        }
    }

    private static final class SaidRecordSystem implements RecordSystems {

        private Progress progress = Progress.PASSED;
        private boolean reachable = true;

        @Override
        public RecordSystems.Status status(HsaId unit) {
            return new RecordSystems.Status(progress, Optional.empty());
        }

        @Override
        public boolean isReachable(HsaId unit) {
            return reachable;
        }
    }

    private record NoCases() implements ClosedCases {

        @Override
        public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
            throw new AssertionError();
        }

        @Override
        public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
            throw new AssertionError();
        }
    }

    private static final class Promises implements CaseTypes {

        @Override
        public List<UnitCaseType> ofUnit(Actor actor, HsaId unit) {
            return List.of(promise(5, true), promise(2, true), promise(9, false));
        }

        private static UnitCaseType promise(int days, boolean active) {
            return new UnitCaseType(
                    new CaseTypeKey("typ-" + days), "Typ", active, OptionalInt.of(days), OptionalInt.empty(), false);
        }

        @Override
        public Optional<UnitCaseType> find(Actor actor, HsaId unit, CaseTypeKey type) {
            throw new AssertionError();
        }
    }
}
