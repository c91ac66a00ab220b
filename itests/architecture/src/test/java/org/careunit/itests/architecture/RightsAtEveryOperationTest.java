package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.itests.architecture.Arguments.Situation;
import org.careunit.storage.Scope;
import org.careunit.storage.SystemActor;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may do what, asked of the services: random triples of a role, a unit and an operation, each compared with a table
 * that says for every operation of every service which row of "Who acts" it belongs to. A change that asked only for
 * the right to read is found here.
 */
class RightsAtEveryOperationTest {

    /**
     * How many triples; the profile {@code thorough} has a hundred thousand, since each is a call that does something.
     */
    private static final int TRIES = Integer.getInteger("careunit.operations.tries", 2_000);

    /**
     * The rows: R read a unit, r a region, X everything; C change a unit; c grant case roles, a any role, g make
     * regional administrators; N register a unit; G decide in a region, U on a unit in it; P read and p change own
     * settings, T the test message; E bring events; F find units, Q ask about a unit and a resident, V accept; A audit
     * trail, L ledger of a unit, M its figures, O operate; - nobody is refused.
     */
    private static final Map<String, Character> TABLE = table(
            """
            Units: register N, open U, startClosing U, reopen U, close U, rename U, find R, all X, ofRegion r, inDirectory R
            Units: history R
            Regions: regions X
            UnitSettings: sections R, read R, everywhere X, names R, namesEverywhere X, information R, save C, confirm C, history R, restore C
            RegionSettings: read r, save G, history r, readDefault r, saveDefault G, defaultHistory r, restore G
            RegionSettings: restoreDefault G
            SupportContacts: of R
            ArchiveRuns: status R, runNow C, runs R, leftOut R, cancel O, retry O
            PersonalSettings: read P, save p, updateFromDirectory p, history P, restore p, signature P
            UnitFinder: find F, explain Q, exposes Q, simulate R
            CaseTypes: ofUnit R, ofUnitNow R, find R
            CaseTypeChoices: overview R, read R, save C, obstacles R, activate C, deactivate C, history R, restore C
            CaseTypeChoices: replies R, create C, rename C, remove C, removed R
            CaseTypeCatalogue: types r, save G, history r, restore G, handOut G, withdraw G
            CaseTypeCatalogue: handOuts r
            NamedResidents: name C, remove C, ofType R
            Offers: offer Q, offers Q
            ApprovedResidents: approve C, withdraw C, find R, ofUnit R
            AuditTrails: read A, ofResident A, verify A, ofResident/2 O, verifyAll O
            PlatformEvents: accept E, acceptJson E
            Readiness: of R
            Configurations: export R, dryRun C, apply C, copy C, undo O
            Configurations: applyEach C, dryRunEach C
            TestMessages: send T
            RecordSystemTests: test C
            Messages: newest O, ofUnit L, about L, find O, retry O, retryAll O, discard O
            CaseExplanations: why L
            CaseTimelines: preview L
            UnitFigures: months M
            Terms: effective R, draft C, saveDraft C, publish C, schedule C, restore C, history C, compare C, check R
            Terms: check/4 C, preview R, preview/4 C, intended C, markIntended C, unmarkIntended C
            TermsStates: find R, errors R
            RegionTerms: draft r, saveDraft G, publish G, schedule G, restore G, history r, compare r, rules r, saveRules G
            RegionTerms: effective r, check r, preview r, rulesHistory r, restoreRules G
            RegionTerms: intended r, markIntended G, unmarkIntended G
            TermsAcceptance: toAccept V, accept V, verify R
            Permissions: unitsOf -, atUnit R, lookUp c, register c, assign a, remove c, history R, restore c, lock a
            Permissions: reactivate a, findings R, makeRegionalAdministrator g, regionalAdministrators g
            Permissions: removeRegionalAdministrator g
            """);

    /** Who there is; what staff are, they are at the first unit alone, but for the regional administrators. */
    private enum Role {
        RECEIVER(Permission.CASE_RECEIVER),
        HANDLER(Permission.CASE_HANDLER),
        ADMINISTRATOR(Permission.UNIT_ADMINISTRATOR),
        PERMISSIONS(Permission.PERMISSION_ADMINISTRATOR),
        REVIEWER(Permission.REVIEWER),
        LOCKED(Permission.UNIT_ADMINISTRATOR),
        ENDED(Permission.UNIT_ADMINISTRATOR),
        REGIONAL,
        REGIONAL_ELSEWHERE,
        STRANGER,
        RESIDENT,
        HOST,
        OPERATOR,
        SYSTEM;

        private final Optional<Permission> granted;

        Role() {
            granted = Optional.empty();
        }

        Role(Permission granted) {
            this.granted = Optional.of(granted);
        }

        /** What they are at the first unit now. */
        Set<Permission> there() {
            return this == LOCKED || this == ENDED
                    ? Set.of()
                    : granted.map(Set::of).orElse(Set.of());
        }

        StaffId id() {
            return new StaffId("SE1111111111-" + name().replace("_", ""));
        }

        Actor actor() {
            return switch (this) {
                case RESIDENT -> new Actor.Resident("r-1");
                case HOST -> new Actor.Host("test");
                case OPERATOR -> new Actor.Operator("test");
                case SYSTEM -> new SystemActor("test");
                default -> new Actor.Staff(id());
            };
        }
    }

    /** The first, one beside it in region 01, one in region 03, and one that has not joined. */
    private static final List<HsaId> UNITS =
            List.of(Arguments.UNIT, unit("BESIDE"), unit("ELSEWHERE"), unit("NOTJOINED"));

    private static final List<String> REGIONS = List.of("01", "01", "03", "03");

    @TempDir
    Path directory;

    private TestStore store;
    private Services services;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.embedded(directory);
        for (int place = 0; place < 3; place++) {
            store.units()
                    .add(new CareUnit(
                            UNITS.get(place), new CountyCode(REGIONS.get(place)), "Mottagning", CareUnit.State.OPEN));
        }
        store.transactions().run(() -> Arrays.stream(Role.values())
                .filter(role -> role.granted.isPresent())
                .forEach(this::grant));
        store.accounts().lock(Arguments.UNIT, Role.LOCKED.id(), "operator:test");
        store.grants().addRegionalAdministrator(new CountyCode("01"), Role.REGIONAL.id(), "operator:test");
        store.grants().addRegionalAdministrator(new CountyCode("03"), Role.REGIONAL_ELSEWHERE.id(), "operator:test");
        services = new Services(store);
    }

    private void grant(Role role) {
        GrantPeriod period =
                role == Role.ENDED ? new GrantPeriod(Optional.empty(), Optional.of(Instant.EPOCH)) : GrantPeriod.ALWAYS;
        store.grants().replace(Arguments.UNIT, role.id(), Map.of(role.granted.orElseThrow(), period), "operator:test");
    }

    @AfterEach
    void close() {
        services.close();
        store.close();
    }

    @Test
    void everyOperationIsInTheTable() {
        Set<String> operations = new TreeSet<>();
        operations().forEach(operation -> operations.add(operation.row()));
        assertThat(TABLE.keySet()).isEqualTo(operations);
    }

    @Test
    void theAnswerIsTheTables() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Operation> operations = operations();
        for (int round = 0; round < TRIES; round++) {
            Operation operation = operations.get(random.nextInt(operations.size()));
            Role role = Role.values()[random.nextInt(Role.values().length)];
            int unit = random.nextInt(UNITS.size());
            boolean own = random.nextBoolean();
            assertThat(isPermitted(operation, role, unit, own))
                    .as("%s by %s, unit %s, own %s, seed %s", operation.row(), role, unit, own, seed)
                    .isEqualTo(oracle(TABLE.get(operation.row()), role, unit, own));
        }
    }

    @Test
    void aResidentWhoAsksForAnotherLeavesARow() {
        Operation find = operations().stream()
                .filter(one -> one.row().equals("UnitFinder.find"))
                .findFirst()
                .orElseThrow();
        assertThat(isPermitted(find, Role.RESIDENT, 0, true)).isTrue();
        assertThat(store.audit().ofResident(Optional.of(Scope.PLATFORM), new ResidentPseudonym("r-1")))
                .isEmpty();
        assertThat(isPermitted(find, Role.RESIDENT, 0, false)).isFalse();
        assertThat(store.audit().ofResident(Optional.of(Scope.PLATFORM), new ResidentPseudonym("r-1")))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).isEqualTo("serve any resident, the platform"));
    }

    private static boolean oracle(char row, Role role, int unit, boolean own) {
        Set<Permission> there = unit == 0 ? role.there() : Set.of();
        boolean inRegion = (role == Role.REGIONAL && REGIONS.get(unit).equals("01"))
                || (role == Role.REGIONAL_ELSEWHERE && REGIONS.get(unit).equals("03"));
        boolean regional = inRegion && unit != 3;
        boolean administrator = there.contains(Permission.UNIT_ADMINISTRATOR) || regional || role == Role.OPERATOR;
        boolean trusted = role == Role.HOST || role == Role.OPERATOR || role == Role.SYSTEM;
        boolean reads = !there.isEmpty() || regional || trusted;
        boolean ownResident = role == Role.RESIDENT && own;
        boolean ownStaff = own && (!there.isEmpty() || regional);
        return switch (row) {
            case 'R' -> reads;
            case 'r' -> inRegion || trusted;
            case 'X', 'E' -> trusted;
            case 'C', 'a' -> administrator;
            case 'c' -> administrator || there.contains(Permission.PERMISSION_ADMINISTRATOR);
            case 'g', 'O' -> role == Role.OPERATOR;
            case 'G' -> inRegion || role == Role.OPERATOR;
            case 'N' -> inRegion || role == Role.OPERATOR || role == Role.HOST;
            case 'U' -> regional || role == Role.OPERATOR;
            case 'P' -> ownStaff || role == Role.SYSTEM;
            case 'p' -> ownStaff;
            case 'T' -> ownStaff || role == Role.SYSTEM || role == Role.OPERATOR;
            case 'F' -> ownResident || role == Role.HOST || role == Role.OPERATOR;
            case 'Q' -> ownResident || reads;
            case 'V' -> ownResident || role == Role.HOST;
            case 'A' -> there.contains(Permission.REVIEWER) || regional || role == Role.OPERATOR;
            case 'L' -> administrator;
            case 'M' -> administrator || there.contains(Permission.REVIEWER);
            case '-' -> true;
            default -> throw new IllegalArgumentException("No row " + row);
        };
    }

    /** Whatever else is wrong with it is no want of a right. */
    private boolean isPermitted(Operation operation, Role role, int unit, boolean own) {
        Actor actor = role.actor();
        HsaId where = operation.row().equals("Units.register") ? Arguments.UNIT : UNITS.get(unit);
        StaffId staff = own && isPersonal(operation) ? role.id() : Arguments.NOBODY;
        Situation situation = new Situation(
                where, new CountyCode(REGIONS.get(unit)), staff, new ResidentPseudonym(own ? "r-1" : "r-2"));
        try {
            operation.method().invoke(operation.service(), Arguments.of(operation.method(), actor, situation));
            return true;
        } catch (InvocationTargetException thrown) {
            return !(thrown.getCause() instanceof NotPermittedException);
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        } finally {
            if (operation.row().startsWith("Permissions.")) {
                takeBack(where);
            }
        }
    }

    /** Which right an assignment needs depends on what somebody was before: nothing, each time. */
    private void takeBack(HsaId unit) {
        store.transactions().run(() -> store.grants().replace(unit, Arguments.NOBODY, Set.of(), "operator:test"));
        store.accounts().unlock(unit, Arguments.NOBODY);
    }

    /** What one does for oneself; elsewhere somebody would change their own permissions, and the table with them. */
    private static boolean isPersonal(Operation operation) {
        return operation.row().startsWith("PersonalSettings.")
                || operation.row().startsWith("TestMessages.");
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        services.byContract().forEach((contract, service) -> EveryOperationHasARuleTest.operations(contract)
                .map(method -> new Operation(row(contract, method), service, method))
                .forEach(operations::add));
        return operations;
    }

    /** The name; with the number of parameters, where the table tells several of one name apart by that. */
    private static String row(Class<?> contract, Method method) {
        String name = contract.getSimpleName() + "." + method.getName();
        String numbered = name + "/" + method.getParameterCount();
        return TABLE.containsKey(numbered) ? numbered : name;
    }

    private static Map<String, Character> table(String lines) {
        Map<String, Character> table = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            String contract = line.substring(0, line.indexOf(':'));
            for (String entry : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                String[] words = entry.strip().split(" ", -1);
                table.put(contract + "." + words[0], words[1].charAt(0));
            }
        }
        return table;
    }

    private static HsaId unit(String name) {
        return new HsaId("SE1111111111-" + name);
    }

    private record Operation(String row, Object service, Method method) {}
}
