package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Host;

/**
 * Pool of connections to the mail server, opened on demand and kept for a while. The most recently used one is taken
 * first, so that unneeded ones become idle and are closed. Safe for use by many threads.
 */
final class Connections implements AutoCloseable {

    private final MailSettings.Server settings;
    private final Session session;
    private final LongAdder open;
    private final Semaphore free;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService sweeper;
    private volatile boolean closed;

    /** @param open counts the connections that are open */
    Connections(MailSettings.Server settings, Session session, LongAdder open) {
        this.settings = settings;
        this.session = session;
        this.open = open;
        this.free = new Semaphore(settings.limits().connections(), true);
        this.sweeper = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-mail-connections"));
        long pause = Math.max(500, settings.limits().idle().toMillis() / 4);
        sweeper.scheduleWithFixedDelay(this::closeTheOld, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Runs an operation with a connection that answers. */
    void use(Work work) throws MessagingException {
        waitForOne();
        try {
            Optional<Connection> kept = kept();
            if (kept.isEmpty() || !tryWith(kept.get(), work)) {
                useNew(work);
            }
        } finally {
            free.release();
        }
    }

    /** Whether the operation was carried out; not if the mail server had closed the connection before. */
    private boolean tryWith(Connection connection, Work work) throws MessagingException {
        try {
            work.with(connection);
            return true;
        } catch (MessagingException failure) {
            if (connection.wasClosedBefore(failure)) {
                return false;
            }
            throw failure;
        } finally {
            giveBack(connection);
        }
    }

    private void useNew(Work work) throws MessagingException {
        Connection connection = connect();
        try {
            work.with(connection);
        } finally {
            giveBack(connection);
        }
    }

    /** Ensures that there is a connection that answers. */
    void check() throws MessagingException {
        use(connection -> connection.check());
    }

    private void waitForOne() throws MessagingException {
        try {
            if (!free.tryAcquire(settings.limits().answer().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ConnectionsBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("Interrupted while waiting for a connection", e);
        }
    }

    /** If one does not answer, another is opened instead of checking the others, since each check may take long. */
    private Optional<Connection> kept() {
        Connection kept = idle.pollFirst();
        if (kept != null && !kept.answers()) {
            close(kept);
            return Optional.empty();
        }
        return Optional.ofNullable(kept);
    }

    private Connection connect() throws ConnectFailedException {
        try {
            SmtpTransport transport = new SmtpTransport(session);
            Host host = settings.endpoint().hosts().get(0);
            Optional<Endpoint.Login> login = settings.endpoint().login();
            transport.connect(
                    host.name(),
                    host.port().orElseThrow(),
                    login.map(Endpoint.Login::user).orElse(null),
                    login.map(Endpoint.Login::password).orElse(null));
            if (login.isPresent() && !offersLogin(transport)) {
                transport.close();
                throw new LoginNotOfferedException();
            }
            open.increment();
            return new Connection(transport);
        } catch (MessagingException e) {
            throw new ConnectFailedException(e);
        }
    }

    /** Jakarta Mail goes on without a login where none is offered. */
    private static boolean offersLogin(SmtpTransport transport) {
        return transport.supportsExtension("AUTH") || transport.supportsExtension("AUTH=LOGIN");
    }

    private void giveBack(Connection connection) {
        connection.rests();
        if (!closed && connection.isReusable(settings.limits().messages())) {
            idle.addFirst(connection);
        } else {
            close(connection);
        }
        if (closed) {
            closeAll();
        }
    }

    private void closeTheOld() {
        Connection oldest = idle.peekLast();
        while (oldest != null && oldest.hasRested(settings.limits().idle())) {
            if (idle.removeLastOccurrence(oldest)) {
                close(oldest);
            }
            oldest = idle.peekLast();
        }
    }

    private void close(Connection connection) {
        connection.close();
        open.decrement();
    }

    private void closeAll() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept);
        }
    }

    /** Closes those that are idle now, and the others as soon as they are given back. */
    @Override
    public void close() {
        closed = true;
        sweeper.shutdownNow();
        closeAll();
    }

    /** An operation with a connection. */
    interface Work {
        void with(Connection connection) throws MessagingException;
    }
}
