package org.careunit.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.journal.internal.JournalSettings.Server;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;

/** Implements {@code RecordSystem} for one configured record system, through its routes; exists while those run. */
final class JournalRecordSystem implements RecordSystem {

    static final String NOT_SET_UP = "The record system is not set up: name it in 'host' of its careunit.journal.";

    /** After so many failures in a row the channel rests, and notices wait without counting attempts. */
    private static final int PATIENCE = 3;

    /** Between two attempts while the channel rests. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** How long a notice waits for a connection. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final String BUSY = "The record system is busy with other notices";

    private final Semaphore turns;
    private final Server server;
    private final RunningRoutes routes;
    private final JournalMetrics metrics;
    private final ChannelState state;

    JournalRecordSystem(Server server, RunningRoutes routes, JournalMetrics metrics, Clock clock, LongSupplier nanos) {
        this.server = server;
        this.turns =
                new Semaphore(server.transport() instanceof JournalSettings.Transport.Fhir ? server.connections() : 1);
        this.routes = routes;
        this.metrics = metrics;
        this.state = ChannelState.of(
                "The record system at " + address(),
                "Notices wait; it is tried again by itself, and by careunit:journal-check.",
                clock,
                nanos,
                PATIENCE,
                REST);
    }

    @Override
    public String name() {
        return server.transport() instanceof JournalSettings.Transport.Fhir ? "FHIR R4" : "HL7 v2.5.1";
    }

    @Override
    public String fingerprint() {
        return server.fingerprint();
    }

    @Override
    public boolean mayNameResident() {
        return server.namesResident();
    }

    @Override
    public boolean isReachable() {
        return state.status() == ChannelState.Status.WORKS;
    }

    /**
     * A notice that finds all connections busy waits for a moment only and is then put off, so that one silent record
     * system does not occupy all workers.
     */
    @Override
    public RecordSystemAnswer send(CaseNotice notice) {
        boolean hasTurn = false;
        try {
            hasTurn = turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
            return hasTurn ? sendNow(notice) : RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, BUSY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, BUSY);
        } finally {
            if (hasTurn) {
                turns.release();
            }
        }
    }

    private RecordSystemAnswer sendNow(CaseNotice notice) {
        try {
            state.enter();
            long begin = System.nanoTime();
            JournalAnswer answer = request(JournalRoutes.TELL, mayNameResident() ? notice : notice.withoutResident());
            metrics.count(answer, System.nanoTime() - begin);
            recordAnswer(answer);
            return shown(answer);
        } catch (UnavailableException rests) {
            return RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, rests.getMessage());
        }
    }

    /** A channel that rests says why and what to do. */
    private RecordSystemAnswer shown(JournalAnswer answer) {
        return answer.status() == DeliveryStatus.UNAVAILABLE
                ? RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, state.explanation())
                : answer.answer();
    }

    /**
     * Checks whether the record system can be reached, also while the channel rests.
     *
     * @return what it said
     * @throws UnavailableException if it is not there; the message says why and what to do
     */
    String check() {
        JournalAnswer answer = request(JournalRoutes.CHECK, null);
        recordAnswer(answer);
        if (answer.status() != DeliveryStatus.ACCEPTED) {
            throw new UnavailableException(
                    UnavailableProblem.RECORD_SYSTEM,
                    "The record system at " + address() + ": "
                            + answer.fault()
                                    .map(fault -> fault.what() + "; " + fault.advice())
                                    .orElse(answer.reason()) + ".");
        }
        return answer.reason();
    }

    private JournalAnswer request(String endpoint, CaseNotice notice) {
        try {
            return routes.request(endpoint, notice, Map.of(), JournalAnswer.class);
        } catch (RoutesStoppedException stopped) {
            throw new UnavailableException(
                    UnavailableProblem.RECORD_SYSTEM, "The way to the record system is being closed");
        } catch (RouteFailedException failed) {
            return failed.isOurFault()
                    ? JournalAnswer.parked(failed.ourFault())
                    : JournalAnswer.unanswered(JournalFault.of(failed.getCause()), "the route failed");
        }
    }

    private void recordAnswer(JournalAnswer answer) {
        answer.fault().ifPresentOrElse(state::failed, state::answered);
    }

    /** Where the record system is. */
    String address() {
        return server.endpoint().address();
    }

    ChannelState state() {
        return state;
    }
}
