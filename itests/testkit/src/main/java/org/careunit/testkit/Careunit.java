package org.careunit.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.finding.internal.UnitFinderComponent;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.testkit.fakes.FakeArchive;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.FakeHost;
import org.careunit.testkit.fakes.FakeMailGateway;
import org.careunit.testkit.fakes.FakeRecordSystem;
import org.careunit.testkit.fakes.FakeSmsGateway;
import org.careunit.testkit.fakes.SettableClock;
import org.careunit.testkit.internal.Container;
import org.careunit.testkit.internal.MemoryStore;
import org.careunit.testkit.internal.PostedEvents;
import org.careunit.testkit.internal.TemporaryHome;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Careunit in memory: all of its services as the container wires them, on H2 in memory, with fakes of directory,
 * gateways, record system, archive and host. Time stands still until a test moves it; jobs run on threads of their own,
 * so a test calls {@link #awaitIdle} before it looks at what followed. Safe for use by many threads.
 *
 * <p>To be closed after use; {@link CareunitExtension} does both.
 */
public final class Careunit implements AutoCloseable {

    private static final Set<String> BUNDLES =
            Set.of("storage", "access", "units", "settings", "finding", "casetypes", "terms", "staff", "notifications");

    /** The store is opened here, since it is in memory and goes by the clock of the test. */
    private static final Set<String> REPLACED = Set.of("org.careunit.storage.internal.node.StorageComponent");

    /** The configuration that names a PostgreSQL database. */
    private static final String STORAGE = "careunit.storage";

    private static final Set<Class<?>> HOSTS = Set.of(
            CaseContacts.class,
            UnreadAnswers.class,
            ResidentIdentities.class,
            ClosedCases.class,
            StaffDirectory.class,
            ArchiveGateway.class);

    private static final Actor HOST = new Actor.Host("testkit");
    private static final Map<String, Object> INTERNAL = Map.of("careunit", "internal");
    private static final long LOOK_NANOS = Duration.ofMillis(2).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock();
    private final FakeDirectory directory = new FakeDirectory();
    private final FakeMailGateway mail = new FakeMailGateway();
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final FakeRecordSystem recordSystem = new FakeRecordSystem();
    private final FakeArchive archive = new FakeArchive();
    private final FakeHost host = new FakeHost();
    private final PostedEvents events = new PostedEvents();
    private final Container container = new Container(REPLACED);
    private final TemporaryHome home;
    private final MemoryStore store;
    private final Map<Class<?>, Runnable> hosts = new HashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    private Careunit(Map<String, Map<String, Object>> configurations) {
        home = TemporaryHome.create();
        store = new MemoryStore(home.directory(), clock, server(configurations.get(STORAGE)));
        store.services().forEach((type, service) -> container.register(Set.of(type.getName()), service, INTERNAL));
        container.onService(this::take);
        register(EventAdmin.class, events);
        register(MailGateway.class, mail);
        register(SmsGateway.class, sms);
        setHost(StaffDirectory.class, directory);
        setHost(ArchiveGateway.class, archive);
        setHost(CaseContacts.class, host);
        setHost(UnreadAnswers.class, host);
        setHost(ResidentIdentities.class, host);
        setHost(ClosedCases.class, host);
        home.whileHome(() -> container.start(BUNDLES, configurations));
        store.pollJobs();
    }

    private static Optional<StorageSettings.Server> server(Map<String, Object> storage) {
        return Optional.ofNullable(storage)
                .filter(keys -> keys.containsKey("url"))
                .map(keys -> new StorageSettings.Server(
                        String.valueOf(keys.get("url")),
                        String.valueOf(keys.get("user")),
                        String.valueOf(keys.getOrDefault(".password", ""))));
    }

    private void take(Object service, Map<String, Object> properties) {
        if (service instanceof JobHandler handler) {
            store.handle(handler);
        }
        if (service instanceof EventHandler handler) {
            events.add(handler, properties.get(EventConstants.EVENT_TOPIC));
        }
    }

    /** Starts one with the configuration that Careunit comes with. */
    public static Careunit start() {
        return start(Map.of());
    }

    /**
     * Starts one that is configured.
     *
     * @param configurations keys and values by the configuration's name, such as {@code careunit.notifications};
     *     {@code careunit.storage} with {@code url}, {@code user} and {@code .password} puts it on a PostgreSQL
     *     database that is empty or Careunit's already, in place of H2 in memory
     */
    public static Careunit start(Map<String, Map<String, Object>> configurations) {
        return new Careunit(configurations);
    }

    /**
     * A service of Careunit, by its contract.
     *
     * @throws IllegalArgumentException if there is none
     */
    public <T> T service(Class<T> contract) {
        return container
                .services()
                .first(contract)
                .orElseThrow(() -> new IllegalArgumentException("There is no service " + contract.getName()));
    }

    /** All services of a contract, in no particular order; never null. */
    public <T> List<T> services(Class<T> contract) {
        return container.services().all(contract);
    }

    /**
     * Makes a component of the module under test by its only public constructor, as Declarative Services would: from
     * services of Careunit and of the test, and from further components of the module; each class once.
     *
     * @throws IllegalArgumentException if something that it needs is not there, or its constructor fails
     */
    public <T> T component(Class<T> type) {
        return container.component(type);
    }

    /**
     * Registers a service of the module under test, such as a {@code ReadinessCheck}.
     *
     * @return removes it again
     */
    public <T> Runnable register(Class<T> contract, T service) {
        return register(contract, service, Map.of());
    }

    /**
     * As above, with properties. As in the container the service with the highest {@code service.ranking}, an
     * {@code Integer}, is used where Careunit uses one; only gateways of mail and SMS stay those of this kit, which
     * hand everything to yours by {@code mail().answer(mine::send)}.
     */
    public <T> Runnable register(Class<T> contract, T service, Map<String, Object> properties) {
        return container.register(Set.of(contract.getName()), service, properties);
    }

    /**
     * Replaces what answers for the host: the fake of this kit at first, then whatever was set last. A directory of
     * yours has to know the people of a unit; set it when the unit is made, or put them into it before.
     *
     * @param contract one of the package {@code org.careunit.api.host}, {@code StaffDirectory} or
     *     {@code ArchiveGateway}
     * @throws IllegalArgumentException if it is another one
     */
    public <T> void setHost(Class<T> contract, T service) {
        if (!HOSTS.contains(contract)) {
            throw new IllegalArgumentException(
                    contract.getName() + " is none of " + HOSTS + "; use register, mail().answer or sms().answer");
        }
        removeHost(contract);
        hosts.put(contract, register(contract, service));
    }

    /** Leaves the host without a service, as where it has none of that kind. Does nothing if it has none. */
    public void removeHost(Class<?> contract) {
        Runnable present = hosts.remove(contract);
        if (present != null) {
            present.run();
        }
    }

    /**
     * Connects units with the fake of a record system.
     *
     * @return ends the connection
     */
    public Runnable connectRecordSystem(HsaId... units) {
        String[] names = List.of(units).stream().map(HsaId::value).toArray(String[]::new);
        return register(RecordSystem.class, recordSystem, Map.of(RecordSystem.UNITS, names));
    }

    /** The clock that all services and jobs go by. Moving it alone starts nothing; see {@link #advance}. */
    public SettableClock clock() {
        return clock;
    }

    /** Moves the clock on at once and waits until all is done that has become due. */
    public void advance(Duration by) {
        clock.advance(by);
        store.pollJobs();
        awaitIdle();
    }

    /**
     * Moves the clock on in steps, and waits after each until all is done that has become due: as time passes, so that
     * one follows from the other.
     */
    public void advance(Duration by, Duration step) {
        Duration left = by;
        while (left.compareTo(step) > 0) {
            advance(step);
            left = left.minus(step);
        }
        advance(left);
    }

    /**
     * Waits until nothing is left to do now: no event waits to be taken in, no job runs or is due, and units are found
     * by what is saved. Jobs that wait for a time, or rest because what they need is unavailable, are not waited for.
     *
     * @throws AssertionError if that takes longer than 30 seconds
     */
    public void awaitIdle() {
        long begin = System.nanoTime();
        while (!isIdle()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("Careunit still had something to do after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean isIdle() {
        return service(EventAdminReceiver.class).spool().size() <= 0
                && services(JobHandler.class).stream().allMatch(Careunit::isCurrent)
                && store.isIdle()
                && service(UnitFinderComponent.class).isCurrent();
    }

    private static boolean isCurrent(JobHandler handler) {
        return !(handler instanceof ClockWatch watch) || watch.isCurrent();
    }

    /** The directory, EK. */
    public FakeDirectory directory() {
        return directory;
    }

    /** What takes e-mail. */
    public FakeMailGateway mail() {
        return mail;
    }

    /** What takes SMS. */
    public FakeSmsGateway sms() {
        return sms;
    }

    /** The record system of the units that were {@linkplain #connectRecordSystem connected} with it. */
    public FakeRecordSystem recordSystem() {
        return recordSystem;
    }

    /** What takes packages of ended cases. */
    public FakeArchive archive() {
        return archive;
    }

    /** What answers for the host until a test {@linkplain #setHost sets} something else. */
    public FakeHost host() {
        return host;
    }

    /** Makes units and their staff. */
    public UnitBuilders units() {
        return new UnitBuilders(this);
    }

    /** Has something happen to a case now, as a host says it, and waits until all is done that follows at once. */
    public void happens(CaseRef ref, CaseChange change) {
        EventId event = new EventId("testkit-" + numbers.incrementAndGet());
        service(PlatformEvents.class)
                .accept(HOST, List.of(new CaseEvent(event, clock.instant(), ref, OptionalLong.empty(), change)));
        awaitIdle();
    }

    /** Posts an event to EventAdmin; its handlers have returned when this does. */
    public void post(Event event) {
        events.postEvent(event);
    }

    /** What was posted to EventAdmin, change notices for the most part, in its order; never null. */
    public List<Event> posted() {
        return events.posted();
    }

    /** What Careunit shows to operators of itself: metrics, health, the ledger. */
    public Observed observed() {
        return new Observed(this);
    }

    @Override
    public void close() {
        container.close();
        store.close();
        home.close();
    }
}
