package org.careunit.directory.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.Looked;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.directory.internal.Question.StaffFound;
import org.careunit.directory.internal.Question.UnitFound;
import org.careunit.directory.internal.Settings.Keeping;
import org.careunit.directory.internal.Settings.Login;
import org.careunit.routes.RunningRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory as the services see it. Unlike other ports it is there whether its routes run or not, and with a wrong
 * configuration too, since what it remembers is wanted most when EK cannot be asked.
 */
@Component(
        configurationPid = DirectoryConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {StaffDirectory.class, LdapStaffDirectory.class},
        immediate = true)
public final class LdapStaffDirectory implements StaffDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapStaffDirectory.class);
    private static final int PATIENCE = 5;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(2);

    private final Tally tally = new Tally();
    private final Clock clock;
    private final State state;
    private final Deadline deadline;
    private final Asking asking;
    private final Enquiries enquiries;

    @Activate
    public LdapStaffDirectory(
            DirectoryConfig config, @Reference(target = "(careunit=internal)") Clock clock, @Reference Memory memory) {
        this(config, clock, memory, new Breaker(PATIENCE, PAUSE, System::nanoTime));
    }

    LdapStaffDirectory(DirectoryConfig config, Clock clock, Memory memory, Breaker breaker) {
        this.clock = clock;
        this.state = State.of(config);
        Keeping keeping = state.settings().map(Settings::keeping).orElse(Keeping.DEFAULT);
        Outage outage = new Outage(clock, keeping.stale());
        deadline = new Deadline(state.login().map(Login::timeout).orElse(USUAL_LIMIT));
        asking = new Asking(deadline, breaker, outage, tally, clock);
        enquiries = new Enquiries(asking, memory, keeping, outage, tally, clock);
        memory.limit(keeping.entries());
        if (state.isUnset()) {
            LOG.info("No directory is set up: {}.", State.UNSET);
        }
    }

    @Reference(
            target = "(" + RunningRoutes.ADAPTER + "=" + DirectoryRoutes.ADAPTER + ")",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void addRoutes(RunningRoutes running) {
        asking.use(running);
    }

    void removeRoutes(RunningRoutes stopped) {
        asking.leave(stopped);
    }

    @Deactivate
    void close() {
        deadline.close();
    }

    @Override
    public Looked<List<StaffEntry>> staff(HsaId id) {
        return sorted(ask(new Question.StaffById(id)));
    }

    @Override
    public Looked<List<StaffEntry>> staff(PersonNumber number) {
        return sorted(ask(new Question.StaffByNumber(number)));
    }

    @Override
    public Looked<Optional<UnitEntry>> unit(HsaId id) {
        Looked<UnitFound> looked = ask(new Question.UnitById(id));
        return new Looked<>(looked.found().entry(), looked.asOf(), looked.stale());
    }

    @Override
    public boolean isSetUp() {
        return state.login().isPresent();
    }

    private <A extends Question.Answer> Looked<A> ask(Question<A> question) {
        if (state.isUnset()) {
            throw new UnavailableException("No directory is set up: " + State.UNSET);
        }
        return enquiries.ask(question);
    }

    private Looked<List<StaffEntry>> sorted(Looked<StaffFound> looked) {
        Instant now = clock.instant();
        List<StaffEntry> entries = looked.found().entries().stream()
                .sorted(Comparator.comparing(entry -> !entry.holdsAt(now)))
                .toList();
        return new Looked<>(entries, looked.asOf(), looked.stale());
    }

    /** Asks EK over a new connection, whether the breaker is open or not. */
    Diagnosis check() {
        return state.login().map(login -> Diagnosis.of(login.address(), asking)).orElseGet(state::diagnosis);
    }

    Tally tally() {
        return tally;
    }
}
