package org.careunit.directory.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.directory.internal.DirectoryQuery.StaffFound;
import org.careunit.directory.internal.DirectoryQuery.UnitFound;
import org.careunit.directory.internal.DirectorySettings.Login;
import org.careunit.directory.internal.ldap.Deadline;
import org.careunit.directory.internal.shell.DirectoryCheck;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RunningRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Implements {@code StaffDirectory} over LDAP with a cache. Unlike other ports it is registered even while its routes
 * are stopped, because cached answers are needed most while EK is down.
 */
@Component(
        service = {StaffDirectory.class, LdapStaffDirectory.class},
        immediate = true)
public final class LdapStaffDirectory implements StaffDirectory {

    private static final int PATIENCE = 5;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(2);
    private static final String NOT_SET_UP = "No directory is set up: name its host in 'host' of careunit.directory.";

    private final Clock clock;
    private final DirectorySettings settings;
    private final ChannelState state;
    private final Deadline deadline;
    private final DirectoryClient client;
    private final CachedDirectory cached;

    @Activate
    public LdapStaffDirectory(
            @Reference DirectorySettings settings,
            @Reference(target = "(careunit=internal)") Clock clock,
            @Reference AnswerCache cache,
            @Reference DirectoryMetrics metrics) {
        this(settings, clock, System::nanoTime, cache, metrics);
    }

    public LdapStaffDirectory(
            DirectorySettings settings, Clock clock, LongSupplier nanos, AnswerCache cache, DirectoryMetrics metrics) {
        this.clock = clock;
        this.settings = settings;
        state = settings.login()
                .map(login -> state(login, clock, nanos))
                .orElseGet(() -> ChannelState.notSetUp(NOT_SET_UP));
        deadline = new Deadline(settings.login().map(Login::answer).orElse(USUAL_LIMIT));
        RepeatedFailures repeated = new RepeatedFailures(PATIENCE, PAUSE, nanos);
        client = new DirectoryClient(deadline, state, repeated, metrics, clock);
        cached = new CachedDirectory(client, cache, settings.keeping(), metrics, clock);
        cache.limit(settings.keeping().entries());
    }

    private ChannelState state(Login login, Clock at, LongSupplier nanos) {
        return ChannelState.of(
                "EK at " + login.endpoint().address(),
                "What it said within the last " + settings.keeping().stale().toHours()
                        + " h is given again meanwhile, marked as stale; it is tried again by itself.",
                at,
                nanos,
                PATIENCE,
                PAUSE);
    }

    @Reference(
            target = "(" + RunningRoutes.ADAPTER + "=" + DirectoryRoutes.ADAPTER + ")",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    public void setRoutes(RunningRoutes present) {
        client.use(present);
    }

    public void unsetRoutes(RunningRoutes gone) {
        client.leave(gone);
    }

    @Deactivate
    public void close() {
        deadline.close();
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(StaffId id) {
        return sorted(ask(new DirectoryQuery.StaffById(id)));
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
        return sorted(ask(new DirectoryQuery.StaffByNumber(number)));
    }

    @Override
    public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
        DirectoryAnswer<UnitFound> looked = ask(new DirectoryQuery.UnitById(id));
        return new DirectoryAnswer<>(looked.found().entry(), looked.asOf(), looked.stale());
    }

    @Override
    public boolean isSetUp() {
        return settings.login().isPresent();
    }

    private <A extends DirectoryQuery.Answer> DirectoryAnswer<A> ask(DirectoryQuery<A> question) {
        if (settings.login().isEmpty()) {
            throw new UnavailableException(UnavailableProblem.DIRECTORY, NOT_SET_UP);
        }
        return cached.ask(question);
    }

    private DirectoryAnswer<List<StaffEntry>> sorted(DirectoryAnswer<StaffFound> looked) {
        Instant now = clock.instant();
        List<StaffEntry> entries = looked.found().entries().stream()
                .sorted(Comparator.comparing(entry -> !entry.holdsAt(now)))
                .toList();
        return new DirectoryAnswer<>(entries, looked.asOf(), looked.stale());
    }

    /** Checks EK over a new connection, also while the channel rests, and samples its content. */
    public DirectoryCheck check() {
        return settings.login()
                .map(login -> DirectoryCheck.of(
                        login.endpoint().address(), settings.search().names(), client))
                .orElseGet(() -> DirectoryCheck.notSetUp(NOT_SET_UP));
    }

    public ChannelState state() {
        return state;
    }
}
