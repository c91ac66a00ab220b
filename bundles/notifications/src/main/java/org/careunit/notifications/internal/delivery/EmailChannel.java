package org.careunit.notifications.internal.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.Channel;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.MessageTexts.Mail;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Channel for messages by e-mail. Each domain has workers of its own. */
@Component(service = {MessageChannel.class, EmailChannel.class})
public final class EmailChannel implements MessageChannel {

    private static final int LONGEST_LANE = 100;

    private final AtomicReference<MailGateway> gateway = new AtomicReference<>();
    private final MessageTexts texts;

    @Activate
    public EmailChannel(@Reference MessageTexts texts) {
        this.texts = texts;
    }

    @Override
    public Channel kind() {
        return Channel.EMAIL;
    }

    @Override
    public Optional<Destination> destination(Contact contact) {
        return contact.email().map(address -> new Destination(address.value(), address.mailbox(), address.masked()));
    }

    @Override
    public String lane(String masked) {
        String domain = masked.substring(masked.indexOf('@') + 1);
        return domain.isEmpty() ? "*" : domain.substring(Math.max(0, domain.length() - LONGEST_LANE));
    }

    /** Twice the connections: while some messages travel, others are taken or their results recorded. */
    @Override
    public int workersPerLane() {
        return 8;
    }

    @Override
    public DeliveryResult send(OutgoingNews news, Destination to) {
        MailGateway present = gateway.get();
        if (present == null) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "There is no mail gateway");
        }
        Mail text = texts.email(news.topic(), news.unit(), news.count());
        return present.send(new OutgoingMail(news.id(), new EmailAddress(to.address()), text.subject(), text.text()));
    }

    /** Sends by e-mail while there is a gateway; without one, jobs wait and cost nothing. */
    @Component(service = JobHandler.class)
    public static final class Sending extends SendMessages {

        private final EmailChannel channel;
        private final MailGateway gateway;
        private final Runnable stopListening;

        @Activate
        public Sending(
                @Reference EmailChannel channel,
                @Reference MessageDispatch dispatch,
                @Reference(policyOption = ReferencePolicyOption.GREEDY) MailGateway gateway,
                @Reference Jobs jobs) {
            super(channel, dispatch);
            this.channel = channel;
            this.gateway = gateway;
            channel.gateway.set(gateway);
            // What waited while the mail server was away leaves at once.
            stopListening = gateway.onRecovery(() -> jobs.wake(channel.jobType()));
        }

        @Deactivate
        public void stop() {
            stopListening.run();
            channel.gateway.compareAndSet(gateway, null);
        }
    }
}
