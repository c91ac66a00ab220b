package org.careunit.notifications.internal.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.cases.CaseFold;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.clocks.Forecast;
import org.careunit.notifications.internal.recipients.NoRecipientReason;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.notifications.internal.recipients.RecipientRules.Facts;
import org.careunit.storage.StoredCase;

/**
 * Folds a planned case event by event, and adds the reminders that fall due before the next event. Uses the same
 * functions as real cases, and only its arguments.
 */
final class TimelineCalculation {

    private final ClockSettings settings;
    private final Function<Instant, Facts> factsAt;
    private final List<Item> items = new ArrayList<>();
    private Optional<StoredCase> subject = Optional.empty();

    /**
     * News that would be sent.
     *
     * @param staff who of the staff would be told; empty for news to the resident
     */
    record Item(Instant at, int round, Topic topic, Optional<Decision> staff) {}

    /** @param factsAt what a unit and its staff have decided, as it will hold at an instant */
    TimelineCalculation(ClockSettings settings, Function<Instant, Facts> factsAt) {
        this.settings = settings;
        this.factsAt = factsAt;
    }

    /** The news, by time. */
    List<Item> of(CaseRef ref, PlannedCase planned) {
        List<CaseEvent> events = events(ref, planned);
        for (int i = 0; i < events.size(); i++) {
            Instant next = i + 1 < events.size() ? events.get(i + 1).occurredAt() : Instant.MAX;
            happens(events.get(i));
            remind(events.get(i).occurredAt(), next);
        }
        items.sort(Comparator.comparing(Item::at));
        return items;
    }

    private static List<CaseEvent> events(CaseRef ref, PlannedCase planned) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(event(ref, 0, planned.receivedAt(), new CaseChange.Received(planned.caseType())));
        planned.steps().forEach(step -> events.add(event(ref, events.size(), step.at(), step.change())));
        return events;
    }

    private static CaseEvent event(CaseRef ref, int number, Instant at, CaseChange change) {
        return new CaseEvent(new EventId("planned-" + number), at, ref, OptionalLong.of(number), change);
    }

    private void happens(CaseEvent event) {
        StoredCase now = CaseFold.with(subject, event);
        subject = Optional.of(now);
        RecipientRules.decide(event.change(), now.handler(), factsAt.apply(event.occurredAt()))
                .ifPresent(decision -> items.add(new Item(
                        event.occurredAt(), round(now), decision.topic(), Optional.of(wanted(decision, event, now)))));
    }

    private static Decision wanted(Decision decision, CaseEvent event, StoredCase now) {
        List<ReachableRecipient> wanted = decision.addressees().stream()
                .filter(one ->
                        NewsRelevance.isWanted(decision.topic(), event.id().value(), one.recipient(), now))
                .toList();
        return wanted.size() == decision.addressees().size()
                ? decision
                : new Decision(
                        decision.topic(),
                        wanted,
                        NoRecipientReason.of(MessageReason.NOT_WANTED, NewsRelevance.NOT_ANY_MORE));
    }

    private void remind(Instant from, Instant until) {
        StoredCase now = subject.orElseThrow();
        Map<CaseClock, Forecast> forecast = StoredCaseClocks.forecast(now, settings, from);
        for (CaseClock clock : CaseClock.values()) {
            Optional<Instant> leaves = forecast.get(clock).leaving().filter(moment -> moment.isBefore(until));
            if (leaves.isPresent()) {
                items.add(new Item(leaves.get(), round(now), clock.topic(), staff(clock, now, leaves.get())));
                subject = subject.map(before -> StoredCaseClocks.reminded(before, Set.of(clock)));
            }
        }
    }

    private Optional<Decision> staff(CaseClock clock, StoredCase now, Instant at) {
        return clock.audience() == CaseClock.Audience.RESIDENT
                ? Optional.empty()
                : Optional.of(RecipientRules.remind(clock.topic(), now.handler(), factsAt.apply(at)));
    }

    private static int round(StoredCase stored) {
        return stored.progress().round();
    }
}
