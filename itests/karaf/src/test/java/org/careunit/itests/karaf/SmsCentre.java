package org.careunit.itests.karaf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMS centre on this machine that takes texts to any number but {@link #NOBODY}. */
final class SmsCentre implements AutoCloseable {

    static final String NOBODY = "0000";

    private final SMPPServerSessionListener door;
    private final Queue<SMPPServerSession> sessions = new ConcurrentLinkedQueue<>();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Thread porter = new Thread(this::letIn, "sms-centre");

    SmsCentre(int port) throws IOException {
        door = new SMPPServerSessionListener(port);
        door.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                SmsCentre.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) -> submit((SubmitSm) arguments[0])));
        porter.start();
    }

    /** A port that nobody listens at. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What was accepted so far: number, colon, text. */
    Queue<String> accepted() {
        return accepted;
    }

    private void letIn() {
        try {
            while (true) {
                var session = door.accept();
                sessions.add(session);
                session.waitForBind(5_000).accept("centre");
            }
        } catch (IOException closed) {
            // no more visitors
        } catch (PDUStringException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private SubmitSmResult submit(SubmitSm text) throws ProcessRequestException {
        if (text.getDestAddress().equals(NOBODY)) {
            throw new ProcessRequestException("nobody has that number", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        accepted.add(text.getDestAddress() + ": " + new String(text.getShortMessage(), ISO_8859_1));
        try {
            return new SubmitSmResult(new MessageId("id-" + ids.incrementAndGet()), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            porter.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sessions.forEach(SMPPServerSession::unbindAndClose);
    }
}
