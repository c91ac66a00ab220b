package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.Units;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Calls from threads of all kinds, from within each other, and while others write. */
abstract class ThreadChecks extends HostChecks {

    private static final int CALLERS = 6;

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : callers.invokeAll(Collections.nCopies(CALLERS, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    private HsaId open(String suffix) {
        return careunit.units().unit(id(suffix).value()).open().id();
    }

    @Test
    void anInterruptedCallerReadsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            service(UnitSettings.class).read(administrator, unit.id(), StaffReminder.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void anEventOfAnInterruptedCallerIsTakenInWholeOrNotAtAll() {
        CaseEvent event = event(unit.caseOf("interrupted"), received());
        int accepted = 0;
        Thread.currentThread().interrupt();
        try {
            accepted =
                    service(PlatformEvents.class).accept(HOST, List.of(event)).accepted();
        } catch (CareunitException notNow) {
            assertThat(notNow).hasMessageNotContaining("null");
        } finally {
            Thread.interrupted();
        }
        Acceptance again = service(PlatformEvents.class).accept(HOST, List.of(event));
        assertThat(accepted + again.accepted()).isEqualTo(1);
    }

    @Test
    void aThreadWithoutAContextClassLoaderIsServed() throws Exception {
        ExecutorService bare = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work);
            thread.setContextClassLoader(null);
            return thread;
        });
        try {
            String document = bare.submit(() -> service(Configurations.class).export(administrator, unit.id()))
                    .get();
            assertThat(bare.submit(() -> service(Configurations.class)
                                    .dryRun(administrator, List.of(unit.id()), document, Set.of())
                                    .differences())
                            .get())
                    .isEmpty();
        } finally {
            bare.shutdownNow();
        }
    }

    @Test
    void manyExportOneUnitAlike() throws Exception {
        assertThat(new HashSet<>(atOnce(() -> service(Configurations.class).export(administrator, unit.id()))))
                .hasSize(1);
    }

    @Test
    void readersSeeOneSavedStateOrTheOther() throws Exception {
        HsaId at = open("STATES");
        UnitSettings settings = service(UnitSettings.class);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Set<StaffReminder>> read = CompletableFuture.supplyAsync(() -> {
            Set<StaffReminder> seen = new HashSet<>();
            while (!stop.get()) {
                seen.add(settings.read(OPERATOR, at, StaffReminder.class).content());
            }
            return seen;
        });
        settings.update(OPERATOR, at, StaffReminder.class, now -> new StaffReminder(true, 1));
        for (int turn = 0; turn < 20; turn++) {
            settings.update(OPERATOR, at, StaffReminder.class, now -> new StaffReminder(!now.on(), now.on() ? 9 : 1));
        }
        stop.set(true);
        StaffReminder first = new StaffReminder(true, 3);
        assertThat(read.get()).isSubsetOf(first, new StaffReminder(true, 1), new StaffReminder(false, 9));
    }

    @Test
    void whoSavedReadsWhatTheySaved() throws Exception {
        HsaId at = open("OWN");
        UnitSettings settings = service(UnitSettings.class);
        for (int days = 1; days <= 20; days++) {
            StaffReminder saved = new StaffReminder(true, days);
            settings.update(OPERATOR, at, StaffReminder.class, now -> saved);
            assertThat(settings.read(OPERATOR, at, StaffReminder.class).content())
                    .isEqualTo(saved);
        }
    }

    @Test
    void theLedgerIsPagedWhileEventsComeIn() {
        for (int number = 0; number < 12; number++) {
            careunit.happens(unit.caseOf("paged" + number), received());
        }
        Messages messages = service(Messages.class);
        List<LedgerEntry> before = messages.ofUnit(
                        administrator, unit.id(), Optional.empty(), PageRequest.first(PageRequest.MOST))
                .rows();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int number = 0; number < 30; number++) {
                service(PlatformEvents.class)
                        .accept(HOST, List.of(event(unit.caseOf("meanwhile" + number), received())));
            }
        });
        List<Object> ids =
                read(page -> messages.ofUnit(administrator, unit.id(), Optional.empty(), page), LedgerEntry::id);
        writing.join();
        careunit.awaitIdle();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsAll(before.stream().map(LedgerEntry::id).toList());
    }

    @Test
    void aHistoryIsPagedWhileOthersSave() {
        HsaId at = open("HISTORY");
        UnitSettings settings = service(UnitSettings.class);
        Runnable toggle = () -> settings.update(OPERATOR, at, PageLink.class, now -> new PageLink(!now.shown()));
        for (int saves = 0; saves < 10; saves++) {
            toggle.run();
        }
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int saves = 0; saves < 10; saves++) {
                toggle.run();
            }
        });
        List<Object> versions =
                read(page -> settings.history(OPERATOR, at, PageLink.class, page), saved -> saved.version());
        writing.join();
        assertThat(versions).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
    }

    private static <T> List<Object> read(Function<PageRequest, Page<T>> pages, Function<T, Object> key) {
        List<Object> keys = new ArrayList<>();
        for (Optional<PageRequest> next = Optional.of(PageRequest.first(1)); next.isPresent(); ) {
            Page<T> page = pages.apply(next.get());
            page.rows().forEach(row -> keys.add(key.apply(row)));
            next = page.following(1);
        }
        return keys;
    }

    @Test
    void aChangeThatFailsSavesNothingAndIsHeardOf() {
        UnitSettings settings = service(UnitSettings.class);
        long before = settings.read(administrator, unit.id(), PageLink.class).version();
        assertThatThrownBy(() -> settings.update(administrator, unit.id(), PageLink.class, now -> {
                    throw new ArithmeticException("of the host's own");
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThat(settings.read(administrator, unit.id(), PageLink.class).version())
                .isEqualTo(before);
    }

    @Test
    void aChangeThatSavesBesidesIsMadeAgain() {
        HsaId at = open("WITHIN");
        UnitSettings settings = service(UnitSettings.class);
        AtomicBoolean once = new AtomicBoolean();
        settings.update(OPERATOR, at, StaffReminder.class, now -> {
            if (once.compareAndSet(false, true)) {
                settings.update(OPERATOR, at, StaffReminder.class, other -> new StaffReminder(true, 7));
            }
            return new StaffReminder(true, now.workingDays() + 1);
        });
        assertThat(settings.read(OPERATOR, at, StaffReminder.class).content()).isEqualTo(new StaffReminder(true, 8));
    }

    @Test
    void aCheckOfTheHostsOwnMayAskCareunit() {
        Runnable remove = careunit.register(ReadinessCheck.class, new AskingCheck());
        try {
            assertThat(service(Readiness.class).of(administrator, unit.id()).ready())
                    .isTrue();
        } finally {
            remove.run();
        }
    }

    /** Asks the services that its checklist is made of. */
    private final class AskingCheck implements ReadinessCheck {

        @Override
        public String key() {
            return "asking";
        }

        @Override
        public String title() {
            return "Frågar";
        }

        @Override
        public Optional<Point> point() {
            return Optional.empty();
        }

        @Override
        public CheckResult check(CheckRequest request) {
            service(Permissions.class).atUnit(OPERATOR, request.unit());
            service(UnitSettings.class).sections(OPERATOR, request.unit());
            return CheckResult.toFix(List.of());
        }
    }

    @Test
    void aHostThatIsAskedMayAskCareunit() {
        CaseRef ref = unit.caseOf("asked-back");
        careunit.setHost(CaseContacts.class, (CaseContacts) asked -> {
            service(Messages.class).about(OPERATOR, asked);
            return Optional.of(Canary.PERSON.contacts());
        });
        try {
            careunit.host().setUnread(ref, true);
            careunit.happens(ref, received());
            careunit.happens(ref, new CaseChange.Answered());
            careunit.advance(Duration.ofDays(5), Duration.ofHours(6));
            assertThat(service(Messages.class).about(OPERATOR, ref)).hasSizeGreaterThan(1);
        } finally {
            careunit.setHost(CaseContacts.class, careunit.host());
        }
    }

    @Test
    void manyActivateATypeAtOnce() throws Exception {
        service(CaseTypeChoices.class).deactivate(administrator, unit.id(), unit.type());
        assertThat(atOnce(() -> service(CaseTypeChoices.class).activate(administrator, unit.id(), unit.type())))
                .allMatch(type -> type.own().active());
        careunit.awaitIdle();
    }

    @Test
    void manyAssignOneColleagueAtOnce() throws Exception {
        Permissions permissions = service(Permissions.class);
        StaffId handler = unit.handler();
        assertThat(atOnce(() -> permissions.assign(
                        administrator, unit.id(), handler, Set.of(Permission.CASE_HANDLER, Permission.CASE_RECEIVER))))
                .allMatch(staff -> staff.grants().size() == 2);
        permissions.assign(administrator, unit.id(), handler, Set.of(Permission.CASE_HANDLER));
    }

    @Test
    void manyOpenAndCloseAUnitAtOnce() throws Exception {
        HsaId at = open("DOOR");
        Units units = service(Units.class);
        atOnce(() -> units.startClosing(OPERATOR, at));
        assertThat(units.history(OPERATOR, at).stream()
                        .filter(change -> change.at().equals(now()))
                        .count())
                .isLessThanOrEqualTo(4);
        assertThat(atOnce(() -> units.close(OPERATOR, at).state()).stream().distinct())
                .hasSize(1);
    }

    @Test
    void theTrailIsWholeAfterwards() {
        assertThat(service(AuditTrails.class).verifyAll(OPERATOR).values())
                .allMatch(verified -> verified instanceof AuditVerification.Intact);
    }
}
