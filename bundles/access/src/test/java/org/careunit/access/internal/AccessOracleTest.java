package org.careunit.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.careunit.access.internal.rights.AccessAudit;
import org.careunit.access.internal.rights.Rights;
import org.careunit.access.internal.rights.TableAccessControl;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.SystemActor;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.internal.node.TestStore;

/**
 * The answers against an oracle that was written from the table by itself: staff member {@code n} may be at unit 0 what
 * the bits of {@code n} say, at unit 1 what those of {@code 7n + 3} say; every fifth administers region 01, every
 * seventh region 03. Units 0 and 1 lie in region 01, unit 2 in region 03, and unit 3 has not joined. Every eleventh is
 * locked at unit 0, every thirteenth is employed no longer, and of every third the grants at unit 1 have an end that
 * has passed, or begin tomorrow.
 */
class AccessOracleTest {

    /** How many questions are asked, in rounds; the profile {@code thorough} asks a million. */
    private static final int TRIES = Integer.getInteger("careunit.access.tries", 10_000);

    private static final int ROUNDS = 100;
    private static final int STAFF = 32;
    private static final int UNITS = 4;

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static TestStore store;
    private static TableAccessControl access;

    @BeforeContainer
    static void open() throws IOException, SQLException {
        Path directory = Files.createTempDirectory(Path.of("target"), "oracle");
        store = TestStore.embedded(directory.toAbsolutePath());
        access = new TableAccessControl(
                new Rights(
                        new Caches(store.transactions(), store.changes()),
                        store.grants(),
                        store.units(),
                        CLOCK,
                        store.transactions()::isOpen),
                new AccessAudit(store.audit()));
        IntStream.range(0, UNITS - 1).forEach(unit -> store.units()
                .add(new CareUnit(
                        unit(unit), new CountyCode(region(unit)), "Mottagning " + unit, CareUnit.State.OPEN)));
        store.transactions().run(() -> IntStream.range(0, STAFF).forEach(AccessOracleTest::grant));
    }

    private static void grant(int staff) {
        for (int unit = 0; unit < 2; unit++) {
            int at = unit;
            Map<Permission, GrantPeriod> grants =
                    permissions(staff, unit).stream().collect(Collectors.toMap(one -> one, one -> period(staff, at)));
            store.grants().replace(unit(unit), staff(staff), grants, "operator:test");
        }
        store.accounts().add(staff(staff), Optional.empty(), "operator:test");
        store.accounts()
                .employment(staff(staff), staff % 13 == 12 ? Optional.of(NOW) : Optional.of(NOW.plusSeconds(1)));
        if (staff % 11 == 10) {
            store.accounts().lock(unit(0), staff(staff), "operator:test");
        }
        for (String region : Set.of("01", "03")) {
            if (administers(staff, region)) {
                store.grants().addRegionalAdministrator(new CountyCode(region), staff(staff), "operator:test");
            }
        }
    }

    private static GrantPeriod period(int staff, int unit) {
        if (unit == 0 || staff % 3 != 0) {
            return GrantPeriod.ALWAYS;
        }
        return staff % 2 == 0
                ? new GrantPeriod(Optional.empty(), Optional.of(NOW))
                : new GrantPeriod(Optional.of(NOW.plusSeconds(1)), Optional.empty());
    }

    @AfterContainer
    static void close() {
        store.close();
    }

    @Property(tries = ROUNDS, edgeCases = EdgeCasesMode.NONE)
    void theAnswerIsTheTables(@ForAll("questions") List<Question> questions) {
        assertThat(questions).hasSize(TRIES / ROUNDS).allSatisfy(AccessOracleTest::assertAnswered);
    }

    private static void assertAnswered(Question asked) {
        Target target = target(asked.shape(), asked.who(), asked.unit());
        assertThat(access.isPermitted(actor(asked.who()), asked.operation(), target))
                .as("%s by %s", asked, actor(asked.who()))
                .isEqualTo(oracle(asked.who(), asked.unit(), asked.operation(), asked.shape()));
    }

    /** Staff 0 to 31, then resident, host, operator and Careunit itself. */
    private record Question(int who, int unit, Operation operation, int shape) {}

    /** Half of the targets are units; then regions, the platform, the actor's own affairs, somebody else's. */
    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, STAFF + 3),
                        Arbitraries.integers().between(0, UNITS - 1),
                        Arbitraries.of(Operation.class),
                        Arbitraries.of(0, 0, 0, 0, 1, 2, 3, 4))
                .as(Question::new)
                .list()
                .ofSize(TRIES / ROUNDS);
    }

    private static boolean oracle(int who, int unit, Operation operation, int shape) {
        if (who >= STAFF) {
            String allowed = new String[] {"S", "RSsENf", "RCcaGgEAONflm", "RPE"}[who - STAFF];
            return allowed.indexOf(letter(operation)) >= 0;
        }
        if (who % 13 == 12) {
            return false;
        }
        boolean own = shape != 1 && shape != 2;
        boolean idle = (unit == 0 && who % 11 == 10) || (unit == 1 && who % 3 == 0);
        Set<Permission> there = own && !idle ? permissions(who, unit) : Set.of();
        boolean regional = shape != 2 && unit != 3 && administers(who, region(unit));
        regional |= shape == 1 && unit == 3 && administers(who, "03");
        boolean unitAdministrator = there.contains(Permission.UNIT_ADMINISTRATOR);
        return switch (letter(operation)) {
            case 'R' -> !there.isEmpty() || regional;
            case 'C', 'a' -> unitAdministrator || regional;
            case 'c' -> unitAdministrator || there.contains(Permission.PERMISSION_ADMINISTRATOR) || regional;
            case 'G', 'N', 'f' -> regional;
            case 'A' -> there.contains(Permission.REVIEWER) || regional;
            case 'l' -> unitAdministrator || regional;
            case 'm' -> unitAdministrator || there.contains(Permission.REVIEWER) || regional;
            case 'P' -> shape == 3 && (!there.isEmpty() || regional);
            default -> false;
        };
    }

    private static char letter(Operation operation) {
        return switch (operation) {
            case READ_UNIT -> 'R';
            case CHANGE_UNIT -> 'C';
            case GRANT_CASE_ROLES -> 'c';
            case GRANT_ANY_ROLE -> 'a';
            case GRANT_REGION -> 'g';
            case CHANGE_REGION -> 'G';
            case REGISTER_UNIT -> 'N';
            case GRANT_FIRST_ADMINISTRATOR -> 'f';
            case OWN_SETTINGS -> 'P';
            case BRING_EVENTS -> 'E';
            case SERVE_RESIDENTS -> 'S';
            case SERVE_ANY_RESIDENT -> 's';
            case READ_AUDIT -> 'A';
            case READ_LEDGER -> 'l';
            case READ_FIGURES -> 'm';
            case OPERATE -> 'O';
        };
    }

    private static Actor actor(int who) {
        return switch (who - STAFF) {
            case 0 -> new Actor.Resident("r-1");
            case 1 -> new Actor.Host("test");
            case 2 -> new Actor.Operator("test");
            case 3 -> new SystemActor("test");
            default -> new Actor.Staff(staff(who));
        };
    }

    private static Target target(int shape, int who, int unit) {
        return switch (shape) {
            case 0 -> new Target.Unit(unit(unit));
            case 1 -> new Target.Region(new CountyCode(region(unit)));
            case 2 -> new Target.Platform();
            case 3 -> new Target.Person(unit(unit), staff(who));
            default -> new Target.Person(unit(unit), staff(who + 1));
        };
    }

    private static Set<Permission> permissions(int staff, int unit) {
        int bits = unit == 0 ? staff : unit == 1 ? (7 * staff + 3) % 32 : 0;
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Permission[] all = Permission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((bits >> bit & 1) == 1) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }

    private static boolean administers(int staff, String region) {
        return staff % (region.equals("01") ? 5 : 7) == 0;
    }

    private static String region(int unit) {
        return unit < 2 ? "01" : "03";
    }

    private static HsaId unit(int number) {
        return new HsaId("SE1111111111-UNIT" + number);
    }

    private static StaffId staff(int number) {
        return new StaffId("SE1111111111-STAFF" + number);
    }
}
