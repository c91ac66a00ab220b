package org.careunit.notifications.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.texts.SmsTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.messages.SmsParts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Channel for messages by SMS. All go through one gateway, so they share workers. */
@Component(service = {MessageChannel.class, SmsChannel.class})
public final class SmsChannel implements MessageChannel {

    private final AtomicReference<SmsGateway> gateway = new AtomicReference<>();
    private final SmsTexts texts;
    private final UnitRules rules;
    private final SmsParts parts;
    private final DailyCap cap;
    private final Clock clock;

    @Activate
    public SmsChannel(
            @Reference SmsTexts texts,
            @Reference UnitRules rules,
            @Reference SmsParts parts,
            @Reference NotificationsSettings settings,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.texts = texts;
        this.rules = rules;
        this.parts = parts;
        this.cap = new DailyCap(parts, settings::smsPerDay, clock);
        this.clock = clock;
    }

    @Override
    public Channel kind() {
        return Channel.SMS;
    }

    @Override
    public Optional<Destination> destination(Contact contact) {
        return contact.sms().map(number -> new Destination(number.e164(), number.e164(), number.masked()));
    }

    @Override
    public String lane(String masked) {
        return "*";
    }

    /** Twice the usual window: while some SMS wait for an answer, others are taken or their results recorded. */
    @Override
    public int workersPerLane() {
        return 20;
    }

    @Override
    public Optional<Cap> cap(HsaId unit) {
        return cap.check(unit);
    }

    @Override
    public DeliveryResult send(OutgoingNews news, Destination to) {
        SmsGateway present = gateway.get();
        if (present == null) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "There is no SMS gateway");
        }
        Optional<Instant> validUntil = news.topic() == Topic.UNREAD
                ? Optional.of(SmsValidity.until(rules.quietHours(news.unit()), clock.instant()))
                : Optional.empty();
        String text = texts.sms(news.topic(), news.unit(), news.count());
        DeliveryResult result =
                present.send(new OutgoingSms(news.id(), new TelephoneNumber(to.address()), text, validUntil));
        if (result.status() == DeliveryStatus.ACCEPTED) {
            cap.count(news.unit());
        }
        return result;
    }

    @Override
    public void accepted(Map<UUID, List<String>> ids) {
        parts.enter(ids, clock.instant());
    }

    /** Whether there is a gateway that is set up. */
    public boolean isSetUp() {
        SmsGateway present = gateway.get();
        return present != null && present.isSetUp();
    }

    /** Sends by SMS while there is a gateway; without one, jobs wait and cost nothing. */
    @Component(service = JobHandler.class)
    public static final class Sending extends SendMessages {

        private final SmsChannel channel;
        private final SmsGateway gateway;
        private final Runnable stopListening;

        @Activate
        public Sending(
                @Reference SmsChannel channel,
                @Reference MessageDispatch dispatch,
                @Reference(policyOption = ReferencePolicyOption.GREEDY) SmsGateway gateway,
                @Reference Jobs jobs) {
            super(channel, dispatch);
            this.channel = channel;
            this.gateway = gateway;
            channel.gateway.set(gateway);
            // What waited while the gateway was away leaves at once.
            stopListening = gateway.onRecovery(() -> jobs.wake(channel.jobType()));
        }

        @Deactivate
        public void stop() {
            stopListening.run();
            channel.gateway.compareAndSet(gateway, null);
        }
    }
}
