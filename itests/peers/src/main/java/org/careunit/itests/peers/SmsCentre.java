package org.careunit.itests.peers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.careunit.itests.peers.SmsFaults.Receipts;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMS centre over SMPP 3.4, on a port of its own of this machine. */
public final class SmsCentre implements AutoCloseable {

    private static final int RECEIPT = 0x04;
    private static final int PROCESSORS = 20;
    private static final long SECOND = 1_000_000_000L;

    private final SmsFaults faults = new SmsFaults();
    private final List<SmsReceived> received = new ArrayList<>();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(SmsCentre::thread);
    private final AtomicInteger ids = new AtomicInteger(0x77aa00);
    private final AtomicInteger unbound = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final int port;
    private SMPPServerSessionListener listener;
    private double tokens;
    private long filled = System.nanoTime();

    private SmsCentre(SMPPServerSessionListener listener) {
        this.port = listener.getPort();
        listen(listener);
    }

    public static SmsCentre start() throws IOException {
        return new SmsCentre(new SMPPServerSessionListener(freePort()));
    }

    /** The listener does not say which port it was given. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Thread thread(Runnable work) {
        Thread made = new Thread(work, "sms-centre");
        made.setDaemon(true);
        return made;
    }

    private void listen(SMPPServerSessionListener made) {
        listener = made;
        made.setPduProcessorDegree(PROCESSORS);
        made.setMessageReceiverListener(new Taking());
        threads.execute(() -> accept(made));
    }

    private void accept(SMPPServerSessionListener from) {
        try {
            while (true) {
                SMPPServerSession session = from.accept();
                threads.execute(() -> bind(session));
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5_000);
            int status = faults.bindStatus.get();
            if (status != 0) {
                request.reject(status); // the client closes
                return;
            }
            session.addSessionStateListener((now, before, source) -> {
                if (!now.isBound()) {
                    sessions.remove(session);
                    unbound.incrementAndGet();
                }
            });
            sessions.add(session);
            request.accept("centre");
        } catch (IOException | TimeoutException | PDUStringException failure) {
            session.close();
        }
    }

    public int port() {
        return port;
    }

    public SmsFaults faults() {
        return faults;
    }

    /** How many sessions are bound. */
    public int bound() {
        return sessions.size();
    }

    /** How many sessions have ended. */
    public int ended() {
        return unbound.get();
    }

    /** How many submissions were throttled. */
    public int throttled() {
        return throttled.get();
    }

    /** What was taken, in its order. */
    public List<SmsReceived> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** Ends all sessions with an unbind. */
    public void unbindAll() {
        sessions.forEach(SMPPServerSession::unbindAndClose);
    }

    /** Cuts all sessions off, without a word. */
    public void cutAll() {
        sessions.forEach(SMPPServerSession::close);
    }

    /** Stops listening and ends all sessions, so that connections are refused. */
    public void down() throws IOException {
        listener.close();
        unbindAll();
    }

    /** Listens again, on the same port. */
    public void up() throws IOException {
        listen(new SMPPServerSessionListener(port));
    }

    /**
     * Hands a receipt to any session.
     *
     * @return the status of the answer; 0 if it was taken
     */
    public int report(String text) {
        return deliver(RECEIPT, text);
    }

    /** As {@link #report}, of any kind of message. */
    public int deliver(int esmClass, String text, OptionalParameter... beside) {
        SMPPServerSession session = sessions.iterator().next();
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "46701234567",
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "Careunit",
                    new ESMClass(esmClass),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0),
                    text.getBytes(ISO_8859_1),
                    beside);
            return 0;
        } catch (NegativeResponseException refused) {
            return refused.getCommandStatus();
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException failure) {
            return -1;
        }
    }

    /** The text of a receipt, as SMPP 3.4 writes it. */
    public static String receipt(String id, String state) {
        return "id:" + id + " sub:001 dlvrd:001 submit date:2603051412 done date:2603051413 stat:" + state
                + " err:000 text:Du har";
    }

    private synchronized boolean isTooFast() {
        int limit = faults.perSecond.get();
        if (limit == 0) {
            return false;
        }
        long now = System.nanoTime();
        tokens = Math.min(limit / 10.0, tokens + (now - filled) * (double) limit / SECOND);
        filled = now;
        if (tokens < 1) {
            throttled.incrementAndGet();
            return true;
        }
        tokens--;
        return false;
    }

    private String take(SubmitSm submitted) throws ProcessRequestException {
        if (faults.status.get() != 0) {
            throw new ProcessRequestException("refused", faults.status.get());
        }
        if (isTooFast()) {
            throw new ProcessRequestException("throttled", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        String id = Integer.toHexString(ids.incrementAndGet());
        List<Integer> content = new ArrayList<>();
        for (byte octet : submitted.getShortMessage()) {
            content.add(octet & 0xFF);
        }
        OptionalParameter.User_message_reference reference =
                submitted.getOptionalParameter(OptionalParameter.User_message_reference.class);
        synchronized (received) {
            received.add(new SmsReceived(
                    id,
                    submitted.getSourceAddr(),
                    submitted.getDestAddress(),
                    content,
                    GSMSpecificFeature.UDHI.containedIn(submitted.getEsmClass()),
                    submitted.getDataCoding(),
                    reference == null ? -1 : reference.getValue() & 0xFFFF,
                    submitted.getValidityPeriod()));
        }
        return id;
    }

    private void answerNever() throws ProcessRequestException {
        LockSupport.parkNanos(20 * SECOND);
        throw new ProcessRequestException("never", SMPPConstant.STAT_ESME_RSYSERR);
    }

    /** Takes submissions. */
    private final class Taking implements ServerMessageReceiverListener {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submitted, SMPPServerSession source)
                throws ProcessRequestException {
            String id = take(submitted);
            if (faults.unanswered.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                answerNever();
            }
            Receipts when = faults.receipts.get();
            if (when == Receipts.FIRST) {
                report(receipt(id, "DELIVRD"));
            } else if (when != Receipts.NONE) {
                threads.execute(() -> report(receipt(id, "DELIVRD")));
            }
            if (when == Receipts.TWICE) {
                threads.execute(() -> report(receipt(id, "DELIVRD")));
            }
            try {
                return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
            } catch (PDUStringException impossible) {
                throw new ProcessRequestException("id", SMPPConstant.STAT_ESME_RSYSERR, impossible);
            }
        }

        private ProcessRequestException unknown() {
            return new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw unknown();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutAll();
        threads.shutdownNow();
    }
}
