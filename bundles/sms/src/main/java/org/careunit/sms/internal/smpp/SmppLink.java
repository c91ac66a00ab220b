package org.careunit.sms.internal.smpp;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Host;
import org.careunit.sms.internal.answers.SmppStatuses;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.sending.LinkState;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUReader;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;

/**
 * Keeps one connection to the SMS centre bound as a transceiver, from when it is opened until it is closed. A lost
 * connection is reopened after a growing pause with a random part, so that several nodes do not reconnect at once. Safe
 * for use by many threads.
 */
public final class SmppLink implements AutoCloseable {

    private static final SecureRandom JITTER = new SecureRandom();
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LASTING = Duration.ofSeconds(60);

    /** A session that lasted as long as this was no failure: one that is lost sooner makes the next pause longer. */
    private static final Duration STEADY = Duration.ofSeconds(30);

    private static final int RECEIVERS = 8;

    private final SmppServer server;
    private final MessageReceiverListener receiver;
    private final LinkState state;
    private final ScheduledExecutorService thread;
    private volatile SMPPSession session;
    private volatile boolean closed;
    /** By {@link System#nanoTime()}; 0 while there was no session since the last failure. */
    private volatile long boundAt;

    private int failures;

    public SmppLink(SmppServer server, MessageReceiverListener receiver, LinkState state) {
        this.server = server;
        this.receiver = receiver;
        this.state = state;
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-sms-link"));
    }

    /** Begins to connect, and returns. */
    public void open() {
        thread.execute(this::connect);
    }

    /** The session, while it is bound. */
    Optional<SMPPSession> bound() {
        return Optional.ofNullable(session).filter(open -> open.getSessionState() == SessionState.BOUND_TRX);
    }

    /**
     * Makes sure that the connection is bound, and makes it if it is not.
     *
     * @return what is wrong; empty if it is bound
     */
    public Optional<SmsFault> check() throws InterruptedException {
        try {
            return thread.submit(() -> bound().isPresent() ? Optional.<SmsFault>empty() : connectOnce())
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void connect() {
        if (closed || bound().isPresent()) {
            return;
        }
        connectOnce().ifPresent(this::later);
    }

    private synchronized void later(SmsFault fault) {
        if (boundAt != 0 && System.nanoTime() - boundAt > STEADY.toNanos()) {
            failures = 0;
        }
        boundAt = 0;
        long pause = fault.isLasting()
                ? LASTING.toMillis()
                : Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(failures, 10));
        long jittered = pause / 2 + JITTER.nextLong(pause / 2 + 1);
        failures++;
        schedule(jittered);
    }

    private void schedule(long millis) {
        if (!closed) {
            thread.schedule(this::connect, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** In the link's own thread. */
    private Optional<SmsFault> connectOnce() {
        SMPPSession made = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()),
                new SynchronizedPDUReader(new BoundedPduReader()),
                new SmppConnections(server));
        made.setTransactionTimer(server.answer().toMillis());
        made.setEnquireLinkTimer((int) server.enquire().toMillis());
        made.setPduProcessorDegree(RECEIVERS);
        made.setMessageReceiverListener(receiver);
        Optional<SmsFault> fault = bind(made);
        if (fault.isPresent()) {
            made.close();
        } else {
            use(made);
        }
        if (closed) {
            return Optional.of(SmsFault.LOST);
        }
        Optional<SmsFault> found = fault.or(() -> bound().isPresent() ? Optional.empty() : Optional.of(SmsFault.LOST));
        state.report(found);
        return found;
    }

    /** If the link was closed while binding, the session is closed, because it would receive receipts for ever. */
    private void use(SMPPSession made) {
        session = made;
        boundAt = System.nanoTime();
        made.addSessionStateListener((now, before, source) -> changed(now, made));
        if (closed) {
            session = null;
            made.unbindAndClose();
        }
    }

    private Optional<SmsFault> bind(SMPPSession made) {
        Host host = server.endpoint().hosts().get(0);
        try {
            made.connectAndBind(
                    host.name(),
                    host.port().orElseThrow(),
                    account(),
                    server.answer().toMillis());
            return Optional.empty();
        } catch (IOException failure) {
            boolean isLogin = failure.getCause() instanceof NegativeResponseException refusal
                    && SmppStatuses.isLogin(refusal.getCommandStatus());
            return Optional.of(isLogin ? SmsFault.LOGIN : SmsFault.of(failure));
        }
    }

    private BindParameter account() {
        Optional<Endpoint.Login> login = server.endpoint().login();
        return new BindParameter(
                BindType.BIND_TRX,
                login.map(Endpoint.Login::user).orElse(""),
                login.map(Endpoint.Login::password).orElse(""),
                server.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private void changed(SessionState now, SMPPSession which) {
        if (!now.isBound() && which == session && !closed) {
            session = null;
            state.report(Optional.of(SmsFault.LOST));
            later(SmsFault.LOST);
        }
    }

    /** Unbinds, waits for the answer to that, and closes. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        SMPPSession open = session;
        session = null;
        if (open != null) {
            open.unbindAndClose();
        }
    }
}
