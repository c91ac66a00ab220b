package org.careunit.sms.internal.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.sms.internal.SmsClient;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.careunit.sms.internal.encoding.Sender;
import org.careunit.sms.internal.encoding.SmsEncoder;
import org.careunit.sms.internal.receipts.ReceiptIds;

/** Sends SMS part by part over SMPP. Parts that were taken before a failure are not sent again by the next attempt. */
public final class SmppClient implements SmsClient {

    private final SmppLink link;
    private final SmppSubmitter submitter;
    private final SmsEncoder encoder;
    private final Sender sender;
    private final ReceiptIds ids;
    private final Clock clock;
    private final TakenParts taken = new TakenParts();

    public SmppClient(SmppLink link, SmppSubmitter submitter, Form form, Clock clock) {
        this.link = link;
        this.submitter = submitter;
        this.encoder = form.encoder();
        this.sender = form.sender();
        this.ids = form.ids();
        this.clock = clock;
    }

    /** How messages are written, and the ids of their parts read. */
    public record Form(SmsEncoder encoder, Sender sender, ReceiptIds ids) {}

    @Override
    public SmsAnswer send(OutgoingSms sms) {
        Optional<Duration> validity = sms.validUntil().map(until -> Duration.between(clock.instant(), until));
        if (validity.filter(left -> left.isNegative() || left.isZero()).isPresent()) {
            return SmsAnswer.said(DeliveryStatus.TEMPORARY_FAILURE, "its time is over before it left");
        }
        int reference = sms.id().hashCode();
        List<EncodedPart> parts = encoder.encode(sms.text(), reference);
        List<String> before = taken.of(sms.id(), sms.text());
        List<String> known = new ArrayList<>(before);
        long ticket = submitter.ticket();
        for (EncodedPart part : parts.subList(before.size(), parts.size())) {
            SmsAnswer answer = submitter.submit(new OutgoingPart(sender, sms.to(), part, reference, validity), ticket);
            if (!answer.isAccepted()) {
                taken.keep(sms.id(), sms.text(), known);
                return answer;
            }
            known.add(ids.inResponse(answer.parts().get(0)));
        }
        return SmsAnswer.accepted(known);
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
}
