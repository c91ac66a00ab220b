package org.careunit.itests.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.testkit.fakes.Stub;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMS centre that takes everything at once and keeps nothing. */
final class SmsSink implements AutoCloseable {

    private static final int RECEIPT = 0x04;
    private static final int PROCESSORS = 20;
    private static final long PATIENCE_MILLIS = 30_000;

    private final int port;
    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger ids = new AtomicInteger(0x100000);
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();

    SmsSink() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        listener.setPduProcessorDegree(PROCESSORS);
        listener.setMessageReceiverListener(
                Stub.of(ServerMessageReceiverListener.class, Map.of("onAcceptSubmitSm", submitted -> answer())));
        threads.execute(this::listen);
    }

    private SubmitSmResult answer() {
        try {
            return new SubmitSmResult(
                    new MessageId(Integer.toHexString(ids.incrementAndGet())), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int port() {
        return port;
    }

    private void listen() {
        try {
            while (true) {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> bind(session));
            }
        } catch (IOException closed) {
            // the benchmark is over
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            session.setTransactionTimer(PATIENCE_MILLIS);
            session.waitForBind(PATIENCE_MILLIS).accept("sink");
            sessions.add(session);
        } catch (IOException | TimeoutException | PDUStringException failure) {
            session.close();
        }
    }

    /** Tells whoever is bound that a part has arrived; returns when that is answered. */
    void delivered(String part) throws Exception {
        String text = "id:" + part
                + " sub:001 dlvrd:001 submit date:2603051412 done date:2603051413 stat:DELIVRD err:000 text:Du har";
        SMPPServerSession bound = sessions.stream()
                .filter(session -> session.getSessionState().isBound())
                .findFirst()
                .orElseThrow();
        bound.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "46701234567",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Careunit",
                new ESMClass(RECEIPT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                text.getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
