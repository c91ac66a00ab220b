package org.careunit.itests.peers;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A mail server on this machine that keeps what it takes. It can be stopped and started again on the same port, and
 * keeps its messages then. Safe for use by many threads.
 */
public final class MailPeer implements AutoCloseable {

    private final Clock clock;
    private final MailFaults faults = new MailFaults();
    private final List<MailReceived> accepted = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> connections = new ConcurrentHashMap<>();
    private final AtomicInteger connected = new AtomicInteger();
    private volatile Consumer<MailReceived> listener = mail -> {};
    private UnaryOperator<SMTPServer.Builder> ways = UnaryOperator.identity();
    private volatile String user = "";
    private volatile String password = "";
    private int port;
    private SMTPServer server;

    /** @param clock stamps what is taken */
    public MailPeer(Clock clock) {
        this.clock = clock;
    }

    /** Offers STARTTLS, and takes no mail without it. */
    public MailPeer withStartTls(MailCertificate certificate) {
        return with(builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(certificate.context()));
    }

    /** Speaks TLS from the first byte. */
    public MailPeer withTls(MailCertificate certificate) {
        return with(builder -> builder.serverSocketFactory(certificate.context()));
    }

    /** Takes mail only from whom logs in as this; call it again to change the account while it runs. */
    public MailPeer withLogin(String account, String secret) {
        boolean first = user.isEmpty();
        user = account;
        password = secret;
        return first
                ? with(builder -> builder.requireAuth()
                        .showAuthCapabilitiesBeforeSTARTTLS(false)
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory((name, word, context) -> admit(name, word))))
                : this;
    }

    /** Tells somebody of every message as it is taken, for example a demo that prints it. */
    public MailPeer tell(Consumer<MailReceived> who) {
        listener = who;
        return this;
    }

    private MailPeer with(UnaryOperator<SMTPServer.Builder> way) {
        UnaryOperator<SMTPServer.Builder> before = ways;
        ways = builder -> way.apply(before.apply(builder));
        return this;
    }

    private void admit(String name, String word) throws LoginFailedException {
        if (!Objects.equals(name, user) || !Objects.equals(word, password)) {
            throw new LoginFailedException();
        }
    }

    /** Starts on the port of the last time, the first time on a free one. */
    public synchronized MailPeer start() {
        return start(port);
    }

    /** Starts on that port; 0 is a free one. */
    public synchronized MailPeer start(int onPort) {
        SMTPServer.Builder builder = SMTPServer.port(onPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("peer.example.org")
                .softwareName("MailPeer")
                .insertReceivedHeaders(false)
                .sessionHandler(new Counting())
                .messageHandlerFactory(context -> new MailDialogue(
                        this,
                        (Session) context,
                        connections.computeIfAbsent(context.getSessionId(), id -> new AtomicInteger())));
        server = ways.apply(builder).build();
        server.start();
        port = server.getPortAllocated();
        return this;
    }

    /** Closes every connection and the port. */
    public synchronized void stop() {
        faults.release();
        server.stop();
    }

    public synchronized int port() {
        return port;
    }

    public MailFaults faults() {
        return faults;
    }

    /** Every message taken so far, the oldest first: the ledger outside. */
    public List<MailReceived> accepted() {
        return List.copyOf(accepted);
    }

    /** How often the message with that id was taken for that recipient. */
    public long accepted(String messageId, String recipient) {
        String lower = recipient.toLowerCase(Locale.ROOT);
        return accepted.stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .flatMap(mail -> mail.to().stream())
                .filter(to -> to.toLowerCase(Locale.ROOT).equals(lower))
                .count();
    }

    /** How many connections have been made. */
    public int connected() {
        return connected.get();
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    void take(String from, List<String> to, String raw) {
        MailReceived mail = new MailReceived(clock.instant(), from, to, raw);
        accepted.add(mail);
        listener.accept(mail);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            stop();
        }
    }

    private final class Counting implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            connected.incrementAndGet();
            connections.put(session.getSessionId(), new AtomicInteger());
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            connections.remove(session.getSessionId());
        }
    }
}
