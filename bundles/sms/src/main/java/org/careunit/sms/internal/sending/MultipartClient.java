package org.careunit.sms.internal.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.careunit.sms.internal.encoding.Sender;
import org.careunit.sms.internal.encoding.SmsEncoder;
import org.careunit.sms.internal.sending.OutgoingPart.Name;

/** Sends SMS part by part. Parts that were accepted before a failure are not sent again by the next attempt. */
public final class MultipartClient implements SmsClient {

    private final PartLink link;
    private final Submissions submissions;
    private final Form form;
    private final Clock clock;
    private final AcceptedParts taken = new AcceptedParts();

    /** @param nanos like {@link System#nanoTime()} */
    public MultipartClient(PartLink link, Form form, Clock clock, LongSupplier nanos) {
        this.link = link;
        this.submissions = new Submissions(link, form.window(), form.answer(), nanos);
        this.form = form;
        this.clock = clock;
    }

    /**
     * How messages are written and handed over.
     *
     * @param whole whether the gateway cuts texts itself
     * @param window how many parts may be without an answer
     * @param answer how long one answer may take
     */
    public record Form(SmsEncoder encoder, Sender sender, boolean whole, int window, Duration answer) {}

    @Override
    public SmsAnswer send(OutgoingSms sms) {
        Optional<Duration> validity = sms.validUntil().map(until -> Duration.between(clock.instant(), until));
        if (validity.filter(left -> left.isNegative() || left.isZero()).isPresent()) {
            return SmsAnswer.replied(DeliveryStatus.TEMPORARY_FAILURE, "its time is over before it left");
        }
        List<EncodedPart> parts = parts(sms);
        List<String> known = new ArrayList<>(taken.of(sms.id(), sms.text()));
        long ticket = submissions.ticket();
        while (known.size() < parts.size()) {
            Name name = new Name(sms.id(), known.size() + 1);
            OutgoingPart part = new OutgoingPart(form.sender(), sms.to(), parts.get(known.size()), name, validity);
            SmsAnswer answer = submissions.submit(part, ticket);
            if (!answer.isAccepted()) {
                taken.keep(sms.id(), sms.text(), known);
                return answer;
            }
            known.add(answer.parts().get(0));
        }
        return SmsAnswer.accepted(known);
    }

    private List<EncodedPart> parts(OutgoingSms sms) {
        return form.whole()
                ? List.of(form.encoder().whole(sms.text()))
                : form.encoder().encode(sms.text(), Name.reference(sms.id()));
    }

    @Override
    public Optional<SmsFault> check() {
        return link.check();
    }
}
