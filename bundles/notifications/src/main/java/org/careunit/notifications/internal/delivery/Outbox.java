package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.DigestWindow.Slot;
import org.careunit.notifications.internal.delivery.MessageEntries.RecipientChannel;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.Cases;
import org.careunit.storage.StoredCase;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.Suppressions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Enters news in the ledger, one row for each recipient and channel, and adds the jobs that send them. All methods that
 * write run in the caller's transaction.
 */
@Component(service = Outbox.class, property = Outbox.ALL_CHANNELS)
public final class Outbox {

    /** It waits for both: a second one would restart it, and with it the services that hosts call. */
    static final String ALL_CHANNELS = "channels.cardinality.minimum:Integer=2";

    /** The states of rows that still have to leave. */
    static final Set<MessageState> WAITING = Set.of(QUEUED, TEMPORARY_FAILURE, SENDING);

    private final Tables tables;
    private final Jobs jobs;
    private final DigestWindow window;
    private final Recipients recipients;
    private final List<MessageChannel> channels;
    private final Clock clock;

    /** The tables that this writes. */
    private record Tables(MessageLedger ledger, Suppressions suppressions, Cases cases) {}

    @Activate
    public Outbox(
            @Reference MessageLedger ledger,
            @Reference Suppressions suppressions,
            @Reference Cases cases,
            @Reference Jobs jobs,
            @Reference DigestWindow window,
            @Reference Recipients recipients,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY)
                    List<MessageChannel> channels,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.tables = new Tables(ledger, suppressions, cases);
        this.jobs = jobs;
        this.window = window;
        this.recipients = recipients;
        this.channels = List.copyOf(channels);
        this.clock = clock;
    }

    /**
     * Enters news for all recipients over each channel that they want, in the order of their keys, so that two callers
     * never deadlock. News that are no longer relevant for the case are entered as cancelled.
     */
    public void add(News news, List<ReachableRecipient> addressees) {
        Optional<StoredCase> subject =
                NewsRelevance.dependsOnCase(news.topic()) ? locked(news.subject()) : Optional.empty();
        add(List.of(new AddressedNews(news, subject, addressees)));
    }

    /** As above, of news of cases that the caller has locked. */
    public void add(List<AddressedNews> items) {
        enter(items, entries(window::slot));
    }

    /** As above; what is for one recipient becomes one message. */
    public void addTogether(List<AddressedNews> items) {
        enter(items, entries(window.together()));
    }

    private MessageEntries entries(Function<Digests.Key, Slot> slots) {
        MessageEntries.Windows windows = new MessageEntries.Windows(window::gathers, slots);
        return new MessageEntries(
                tables.ledger(), jobs, windows, way -> suppressed(way.channel(), way.to()), clock.instant());
    }

    private void enter(List<AddressedNews> items, MessageEntries entries) {
        items.stream()
                .flatMap(item -> item.addressees().stream().map(one -> new NewsForOne(item, one)))
                .sorted(Comparator.comparing(one -> one.addressee().recipient().key()))
                .forEach(one -> enter(one, entries));
        entries.write();
    }

    private void enter(NewsForOne one, MessageEntries entries) {
        AddressedNews item = one.item();
        News news = item.news();
        Recipient recipient = one.addressee().recipient();
        boolean wanted = isWanted(news.topic(), news.event(), Optional.of(recipient), item.subject());
        channels.forEach(channel -> channel.destination(one.addressee().contact())
                .ifPresent(to -> entries.add(news, wanted, new RecipientChannel(recipient, channel, to))));
    }

    /** As above, of news about no case, over one channel. */
    public void add(News news, ReachableRecipient addressee, Channel over) {
        channel(over)
                .ifPresent(channel -> channel.destination(addressee.contact()).ifPresent(to -> {
                    MessageEntries entries = entries(window::slot);
                    entries.add(news, true, new RecipientChannel(addressee.recipient(), channel, to));
                    entries.write();
                }));
    }

    /** Records that there is no recipient, and why. */
    public void addWithoutRecipient(News news, NoRecipient why) {
        enterWithoutRecipient(news, NO_RECIPIENT, why);
    }

    /** Records that nobody was notified in time. */
    public void expired(News news) {
        enterWithoutRecipient(news, TECHNICAL_FAILURE, NoRecipient.EXPIRED);
    }

    private void enterWithoutRecipient(News news, MessageState state, NoRecipient why) {
        LedgerRow row = new LedgerRow(
                UUID.randomUUID(),
                news.topic(),
                news.event(),
                news.subject(),
                channels.get(0).kind(),
                "nobody",
                Optional.empty(),
                Optional.empty(),
                state,
                0,
                why.detail(),
                clock.instant());
        tables.ledger().enter(row, why.decision().written());
    }

    /**
     * Cancels waiting messages about a case that are no longer relevant, so that the ledger shows it at once; sending
     * checks again anyway.
     */
    public void cancelUnwanted(CaseRef ref) {
        locked(ref).ifPresent(subject -> tables.ledger().about(ref).stream()
                .filter(row -> row.topic() != Topic.CASE_WAITING) // CaseNotices knows about those
                .filter(row -> row.state() == QUEUED || row.state() == TEMPORARY_FAILURE)
                .filter(row -> !isWanted(row.topic(), row.event(), Recipient.of(row.recipient()), Optional.of(subject)))
                .forEach(row -> tables.ledger()
                        .move(row.id(), Set.of(QUEUED, TEMPORARY_FAILURE), CANCELLED, NewsRelevance.NOT_ANY_MORE)));
    }

    /** The channel of this kind; empty if nothing of the kind is installed. */
    public Optional<MessageChannel> channel(Channel kind) {
        return channels.stream().filter(channel -> channel.kind() == kind).findFirst();
    }

    /** Over which channels somebody would be told, each with the masked form of where. */
    public Map<Channel, String> ways(Contact contact) {
        Map<Channel, String> ways = new EnumMap<>(Channel.class);
        channels.forEach(
                channel -> channel.destination(contact).ifPresent(to -> ways.put(channel.kind(), to.masked())));
        return ways;
    }

    /** Whether messages of a unit about a topic are simulated now. */
    public boolean isSimulated(HsaId unit, Topic topic) {
        return window.isSimulated(unit, topic);
    }

    /** Whether a channel reaches somebody where they want messages. */
    public boolean isReached(Contact contact) {
        return channels.stream()
                .anyMatch(channel -> channel.destination(contact).isPresent());
    }

    /** Whether one channel reaches somebody where they want messages. */
    boolean isReached(Contact contact, Channel over) {
        return channel(over).flatMap(channel -> channel.destination(contact)).isPresent();
    }

    /** Why an address of somebody is held back; empty if none is. */
    public Optional<String> suppressed(Contact contact) {
        return channels.stream()
                .flatMap(channel -> channel.destination(contact).flatMap(to -> suppressed(channel, to)).stream())
                .findFirst();
    }

    /** Whether all addresses at which somebody wants messages are suppressed. */
    public boolean isSuppressedEverywhere(Contact contact) {
        return isReached(contact)
                && channels.stream()
                        .flatMap(channel -> channel.destination(contact).map(to -> suppressed(channel, to)).stream())
                        .allMatch(Optional::isPresent);
    }

    /** Sends a message again, and lifts the suppression of its address. */
    public void sendAgain(LedgerRow failed, MessageChannel channel, Contact contact) {
        UUID messageId = failed.messageId().orElseThrow();
        channel.destination(contact)
                .ifPresent(to -> tables.suppressions().lift(channel.kind(), recipients.pseudonyms(to.mailbox())));
        tables.ledger().moveMessage(messageId, Set.of(failed.state()), QUEUED, "Started again by an operator");
        LedgerRow first = tables.ledger().find(messageId).orElse(failed);
        JobId job = MessageJob.id(channel, first);
        jobs.cancel(job);
        if (!jobs.retry(job)) {
            jobs.add(List.of(MessageJob.at(clock.instant(), channel, first, Optional.empty(), false)));
        }
    }

    private Optional<StoredCase> locked(CaseRef subject) {
        return Optional.ofNullable(tables.cases().lock(List.of(subject)).get(subject));
    }

    /** A case that was removed decides nothing. */
    static boolean isWanted(Topic topic, String event, Optional<Recipient> recipient, Optional<StoredCase> subject) {
        return subject.isEmpty()
                || recipient
                        .filter(known -> NewsRelevance.isWanted(topic, event, known, subject.get()))
                        .isPresent();
    }

    private Optional<String> suppressed(MessageChannel channel, Destination to) {
        return tables.suppressions()
                .find(channel.kind(), recipients.pseudonyms(to.mailbox()))
                .map(held -> suppressedBecause(held.reason()));
    }

    static String suppressedBecause(String reason) {
        return "The gateway has refused this address before: " + reason;
    }

    /**
     * News with their recipients.
     *
     * @param subject the case as it stands, locked; empty for news that are about no case
     */
    public record AddressedNews(News news, Optional<StoredCase> subject, List<ReachableRecipient> addressees) {}

    private record NewsForOne(AddressedNews item, ReachableRecipient addressee) {}
}
