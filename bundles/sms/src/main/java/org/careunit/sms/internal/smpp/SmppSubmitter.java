package org.careunit.sms.internal.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.sms.internal.answers.SmppStatuses;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * Submits parts over the link: so many at once as the window allows, and no faster than the SMS centre takes them. Safe
 * for use by many threads.
 */
public final class SmppSubmitter {

    private static final byte HEADER = 0x40;
    private static final byte STORE_AND_FORWARD = 0x00;

    private final SmppServer server;
    private final SmppLink link;
    private final Turns turns;
    private final Semaphore window;
    private final LongSupplier nanos;

    public SmppSubmitter(SmppServer server, SmppLink link, LongSupplier nanos) {
        this.server = server;
        this.link = link;
        this.nanos = nanos;
        this.turns = new Turns(nanos);
        this.window = new Semaphore(server.window(), true);
    }

    /** A place in the order in which messages leave. */
    public long ticket() {
        return turns.ticket();
    }

    /** Submits one part, and waits for the answer: while the SMS centre throttles, as long as one answer may take. */
    public SmsAnswer submit(OutgoingPart part, long ticket) {
        long deadline = nanos.getAsLong() + server.answer().toNanos();
        try {
            SmsAnswer answer =
                    SmsAnswer.said(DeliveryStatus.TEMPORARY_FAILURE, "the SMS gateway takes no more for now");
            while (turns.await(ticket, deadline)) {
                Attempt attempt = attempt(part, deadline);
                if (!attempt.throttled()) {
                    return attempt.answer();
                }
                turns.throttled();
                answer = attempt.answer();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SmsAnswer.troubled(SmsFault.LOST, true);
        }
    }

    private Attempt attempt(OutgoingPart part, long deadline) throws InterruptedException {
        if (!window.tryAcquire(deadline - nanos.getAsLong(), TimeUnit.NANOSECONDS)) {
            return new Attempt(SmsAnswer.troubled(SmsFault.TIME_OUT, false), false);
        }
        try {
            Optional<SMPPSession> bound = link.bound();
            return bound.isPresent()
                    ? attempt(part, bound.get())
                    : new Attempt(SmsAnswer.troubled(SmsFault.NOT_BOUND, false), false);
        } finally {
            window.release();
        }
    }

    private Attempt attempt(OutgoingPart part, SMPPSession session) {
        try {
            String id = send(part, session);
            turns.accepted();
            return new Attempt(SmsAnswer.accepted(List.of(id)), false);
        } catch (NegativeResponseException refusal) {
            int status = refusal.getCommandStatus();
            return new Attempt(SmppStatuses.answer(status), SmppStatuses.isThrottled(status));
        } catch (ResponseTimeoutException silent) {
            return new Attempt(SmsAnswer.troubled(SmsFault.TIME_OUT, true), false);
        } catch (PDUException | InvalidResponseException nonsense) {
            return new Attempt(
                    SmsAnswer.said(
                            DeliveryStatus.TECHNICAL_FAILURE, "the SMS gateway and we do not understand each other"),
                    false);
        } catch (IOException lost) {
            return new Attempt(SmsAnswer.troubled(SmsFault.LOST, true), false);
        }
    }

    private String send(OutgoingPart part, SMPPSession session)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        EncodedPart encoded = part.part();
        byte esmClass = encoded.hasHeader() ? HEADER : STORE_AND_FORWARD;
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.valueOf(part.from().typeOfNumber()),
                        NumberingPlanIndicator.valueOf(part.from().numberingPlan()),
                        part.from().value(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        part.to().e164().substring(1),
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        part.validity().map(SmppSubmitter::relative).orElse(null),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(encoded.dataCoding()),
                        (byte) 0,
                        encoded.content(),
                        new OptionalParameter.User_message_reference((short) part.reference()))
                .getMessageId();
    }

    /** A time from now on, as SMPP 3.4, 7.1.1 writes it. */
    static String relative(Duration time) {
        return String.format(
                Locale.ROOT,
                "0000%02d%02d%02d%02d000R",
                Math.min(time.toDays(), 30),
                time.toHoursPart(),
                time.toMinutesPart(),
                time.toSecondsPart());
    }

    /** @param throttled whether it is worth another attempt as soon as there are fewer */
    private record Attempt(SmsAnswer answer, boolean throttled) {}
}
