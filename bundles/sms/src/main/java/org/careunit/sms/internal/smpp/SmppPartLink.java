package org.careunit.sms.internal.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.sms.internal.answers.SmppStatuses;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.careunit.sms.internal.receipts.ReceiptIds;
import org.careunit.sms.internal.sending.OutgoingPart;
import org.careunit.sms.internal.sending.PartLink;
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

/** Submits parts over the link to an SMS centre, and reads what it answers. Safe for use by many threads. */
public final class SmppPartLink implements PartLink {

    private static final byte HEADER = 0x40;
    private static final byte STORE_AND_FORWARD = 0x00;

    private final SmppLink link;
    private final ReceiptIds ids;

    /** @param ids how the SMS centre writes the ids of parts */
    public SmppPartLink(SmppLink link, ReceiptIds ids) {
        this.link = link;
        this.ids = ids;
    }

    @Override
    public Attempt submit(OutgoingPart part) {
        return link.bound()
                .map(session -> attempt(part, session))
                .orElse(Attempt.of(SmsAnswer.connectionFailed(SmsFault.NOT_BOUND, false)));
    }

    @Override
    public Optional<SmsFault> check() {
        try {
            return link.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(SmsFault.LOST);
        }
    }

    private Attempt attempt(OutgoingPart part, SMPPSession session) {
        try {
            return Attempt.of(SmsAnswer.accepted(List.of(ids.inResponse(send(part, session)))));
        } catch (NegativeResponseException refusal) {
            int status = refusal.getCommandStatus();
            return new Attempt(SmppStatuses.answer(status), SmppStatuses.isThrottled(status));
        } catch (ResponseTimeoutException silent) {
            return Attempt.of(SmsAnswer.connectionFailed(SmsFault.TIME_OUT, true));
        } catch (PDUException | InvalidResponseException nonsense) {
            return Attempt.of(SmsAnswer.replied(
                    DeliveryStatus.TECHNICAL_FAILURE, "the SMS gateway and we do not understand each other"));
        } catch (IOException lost) {
            return Attempt.of(SmsAnswer.connectionFailed(SmsFault.LOST, true));
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
                        part.validity().map(SmppPartLink::relative).orElse(null),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(encoded.dataCoding()),
                        (byte) 0,
                        encoded.content(),
                        new OptionalParameter.User_message_reference(
                                (short) part.name().reference()))
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
}
