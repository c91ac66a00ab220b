package org.careunit.units.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.regions.SupportContacts;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;
import org.careunit.operations.Metrics.Figure;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.units.internal.checks.DirectoryCheck;
import org.careunit.units.internal.checks.HostServicesCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final CheckRequest QUESTION = new CheckRequest(UNIT, Optional.of(ANNA));
    private static final CheckResult DONE = CheckResult.toFix(List.of());

    @TempDir
    Path directory;

    private TestStore store;
    private ReadinessComponent readiness;

    @BeforeEach
    void openStore() throws SQLException {
        store = TestStore.embedded(directory);
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.REGISTERED));
        readiness = new ReadinessComponent(
                FakeAccess.by((actor, operation, target) -> !(actor instanceof Actor.Resident)), store.units());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aPointThatNobodyChecksIsNotDone() {
        Checklist checklist = readiness.of(OPERATOR, UNIT);
        assertThat(checklist.points())
                .extracting(Line::key)
                .containsExactly("permissions", "settings", "case-types", "texts", "terms", "personal");
        assertThat(checklist.points())
                .allSatisfy(line -> assertThat(line.result().status()).isEqualTo(CheckStatus.NOT_DONE));
        assertThat(checklist.ready()).isFalse();
    }

    @Test
    void aPointIsDoneWhenAllThatIsNeededIs() {
        for (Point point : Point.values()) {
            readiness.addCheck(new Fixed("b-" + point, Optional.of(point), asked -> DONE));
            readiness.addCheck(
                    new Fixed("a-" + point, Optional.of(point), asked -> CheckResult.notNeeded(said("Nej."))));
        }
        assertThat(readiness.of(OPERATOR, UNIT).ready()).isTrue();
        Fixed open = new Fixed("c", Optional.of(Point.SETTINGS), asked -> CheckResult.toFix(List.of(said("Gör det."))));
        readiness.addCheck(open);
        assertThat(line("settings").result())
                .isEqualTo(new CheckResult(CheckStatus.NOT_DONE, List.of(said("Nej."), said("Gör det."))));
        readiness.removeCheck(open);
        assertThat(line("settings").result().status()).isEqualTo(CheckStatus.DONE);
        readiness.addCheck(new Fixed("fact", Optional.empty(), asked -> CheckResult.toFix(List.of(said("Fel.")))));
        assertThat(readiness.of(OPERATOR, UNIT).ready()).isFalse();
    }

    @Test
    void aCheckThatFailsSpoilsItsOwnLineAlone() {
        readiness.addCheck(new Fixed("a", Optional.empty(), asked -> {
            throw new UnavailableException("down, on purpose");
        }));
        readiness.addCheck(new Fixed("b", Optional.empty(), asked -> {
            throw new IllegalStateException("broken, on purpose");
        }));
        readiness.addCheck(new Fixed("c", Optional.empty(), asked -> DONE));
        assertThat(readiness.of(OPERATOR, UNIT).facts())
                .extracting(line -> line.result().status())
                .containsExactly(CheckStatus.NOT_DONE, CheckStatus.NOT_DONE, CheckStatus.DONE);
        readiness.of(OPERATOR, UNIT);
        assertThat(readiness.read())
                .containsExactly(
                        new Figure("units.readiness.asked", "checklists", 2),
                        new Figure("units.readiness.failed", "checks", 4));
    }

    @Test
    void whomToTurnToIsFilledIn() {
        readiness.addCheck(new Fixed(
                "a",
                Optional.empty(),
                asked -> CheckResult.toFix(List.of(said("Det är av: be {support} att starta det.")))));
        readiness.addCheck(new Fixed(
                "b",
                Optional.of(Point.SETTINGS),
                asked -> CheckResult.toFix(List.of(said("Det är av: be {support} att starta det.")))));
        assertThat(fact()).isEqualTo("Det är av: be regionens support att starta det.");
        SupportContacts said = (actor, unit) -> new SupportContact("Exempelstödet", "08-123 45 67");
        readiness.setSupport(said);
        assertThat(fact()).isEqualTo("Det är av: be Exempelstödet (08-123 45 67) att starta det.");
        assertThat(line("settings").result().reasons())
                .containsExactly("Det är av: be Exempelstödet (08-123 45 67) att starta det.");
        readiness.unsetSupport(said);
        readiness.setSupport((actor, unit) -> {
            throw new UnavailableException("down, on purpose");
        });
        assertThat(fact()).isEqualTo("Det är av: be regionens support att starta det.");
    }

    private String fact() {
        return readiness.of(OPERATOR, UNIT).facts().get(0).result().reasons().get(0);
    }

    @Test
    void theCheckIsToldWhichStaffAsksAndOthersAreRefused() {
        readiness.addCheck(new Fixed(
                "a", Optional.empty(), asked -> CheckResult.toFix(List.of(said(String.valueOf(asked.asker()))))));
        assertThat(readiness
                        .of(new Actor.Staff(ANNA), UNIT)
                        .facts()
                        .get(0)
                        .result()
                        .reasons())
                .containsExactly(String.valueOf(Optional.of(ANNA)));
        assertThatThrownBy(() -> readiness.of(new Actor.Resident("r-1"), UNIT))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> readiness.of(OPERATOR, new HsaId("SE1111111111-NONE")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit");
    }

    @Test
    void theDirectoryKnowsTheUnitByTheNameItJoinedWith() {
        AtomicReference<Optional<UnitEntry>> said = new AtomicReference<>(Optional.empty());
        CareUnit unit = new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN);
        DirectoryCheck check = new DirectoryCheck((Units) Proxy.newProxyInstance(
                Units.class.getClassLoader(),
                new Class<?>[] {Units.class},
                (proxy, method, given) -> new UnitInDirectory(
                        unit, new org.careunit.api.directory.DirectoryAnswer<>(said.get(), Instant.EPOCH, false))));
        assertThat(check.check(QUESTION).reasons())
                .containsExactly("Mottagningen med HSA-id SE1111111111-UNIT1 saknas i EK eller har inget namn där."
                        + " Be den som ansvarar för EK att komplettera uppgifterna.");
        said.set(Optional.of(called("Mottagning B")));
        assertThat(check.check(QUESTION).reasons())
                .containsExactly("I EK heter mottagningen ”Mottagning B” och här ”Mottagning A”. Rätta det namn som är"
                        + " fel.");
        said.set(Optional.of(called(" mottagning  a ")));
        assertThat(check.check(QUESTION)).isEqualTo(DONE);
    }

    private static UnitEntry called(String name) {
        return new UnitEntry(
                UNIT,
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whereNoDirectoryIsSetUpTheNameCannotBeCompared() {
        DirectoryCheck check = new DirectoryCheck((Units) Proxy.newProxyInstance(
                Units.class.getClassLoader(), new Class<?>[] {Units.class}, (proxy, method, given) -> {
                    throw new UnavailableException("nobody answers");
                }));
        assertThat(check.check(QUESTION).reasons())
                .containsExactly("Ingen koppling till EK är inställd, så mottagningens namn kan inte jämföras med "
                        + "EK:s: be {support} att ställa in den.");
        check.setDirectory(directory(false));
        assertThat(check.check(QUESTION).reasons()).hasSize(1);
        check.setDirectory(directory(true));
        assertThatThrownBy(() -> check.check(QUESTION)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whatThePlatformLacksIsNamed() {
        HostServicesCheck check = new HostServicesCheck();
        assertThat(check.check(QUESTION).reasons())
                .containsExactly(
                        "Kopplingen till EK är inte i gång: be {support} att starta den.",
                        "Utskick av e-post är inte i gång: be {support} att starta det.");
        check.setDirectory(directory(false));
        check.setMail(new Mail(false));
        assertThat(check.check(QUESTION).reasons())
                .containsExactly(
                        "Kopplingen till EK är installerad men inte inställd: be {support} att ställa in den.",
                        "Utskick av e-post är installerat, men ingen e-postserver är angiven: be {support} att ange "
                                + "den.");
        check.setDirectory(directory(true));
        check.setMail(new Mail(true));
        assertThat(check.check(QUESTION)).isEqualTo(DONE);
    }

    private static StaffDirectory directory(boolean isSetUp) {
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).as("nobody waits for EK").isEqualTo("isSetUp");
                    return isSetUp;
                });
    }

    private record Mail(boolean isSetUp) implements MailGateway {

        @Override
        public DeliveryResult send(OutgoingMail mail) {
            throw new AssertionError("a checklist sends nothing");
        }
    }

    private Line line(String key) {
        return readiness.of(OPERATOR, UNIT).points().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private record Fixed(String key, Optional<Point> point, Function<CheckRequest, CheckResult> answer)
            implements ReadinessCheck {

        @Override
        public String title() {
            return key;
        }

        @Override
        public CheckResult check(CheckRequest question) {
            return answer.apply(question);
        }
    }

    private static Problem said(String swedish) {
        return new Problem("test.said", "", Map.of(), swedish, swedish);
    }
}
