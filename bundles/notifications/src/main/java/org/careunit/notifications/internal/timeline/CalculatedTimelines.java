package org.careunit.notifications.internal.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.cases.PlannedMessage.PlannedRecipient;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.timeline.TimelineCalculation.Item;
import org.careunit.notifications.internal.why.SectionVersions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calculates which messages a planned case would lead to. */
@Component
public final class CalculatedTimelines implements CaseTimelines {

    /** Case id of planned cases, which no host has. */
    private static final String PLANNED = "planned";

    private final AccessControl access;
    private final UnitClocks clocks;
    private final UnitFacts facts;
    private final Outbox outbox;
    private final SectionVersions versions;

    @Activate
    public CalculatedTimelines(
            @Reference AccessControl access,
            @Reference UnitClocks clocks,
            @Reference UnitFacts facts,
            @Reference Outbox outbox,
            @Reference SectionVersions versions) {
        this.access = access;
        this.clocks = clocks;
        this.facts = facts;
        this.outbox = outbox;
        this.versions = versions;
    }

    @Override
    public List<PlannedMessage> preview(Actor actor, HsaId unit, PlannedCase planned) {
        access.require(actor, Operation.READ_LEDGER, new Target.Unit(unit));
        ClockSettings settings =
                clocks.of(unit, Optional.of(planned.caseType())).orElseThrow(NotificationProblem.UNIT_SILENT::refused);
        List<Item> items =
                new TimelineCalculation(settings, at -> facts.of(unit, at)).of(new CaseRef(unit, PLANNED), planned);
        return Stream.concat(
                        items.stream().map(item -> message(unit, item, settings)),
                        notices(unit, planned, settings).stream())
                .sorted(Comparator.comparing(PlannedMessage::at).thenComparing(PlannedMessage::topic))
                .toList();
    }

    private List<PlannedMessage> notices(HsaId unit, PlannedCase planned, ClockSettings settings) {
        return versions.isRecordSystemOn(unit)
                ? NoticeTimeline.of(
                        planned,
                        versions.now(unit, RecordSystemNotification.class),
                        RuleTexts.swedish(Topic.CASE_WAITING, settings),
                        RuleTexts.english(Topic.CASE_WAITING, settings))
                : List.of();
    }

    private PlannedMessage message(HsaId unit, Item item, ClockSettings settings) {
        List<PlannedRecipient> recipients = item.staff()
                .map(decision ->
                        decision.addressees().stream().flatMap(this::recipients).toList())
                .orElse(List.of(new PlannedRecipient("resident", Optional.empty())));
        MessageReason reason = recipients.isEmpty()
                ? item.staff().map(Decision::whyNobody).orElseThrow().reason()
                : MessageReason.WILL_COME;
        Optional<DecidingVersion> by = RuleTexts.section(item.topic()).flatMap(section -> versions.now(unit, section));
        return new PlannedMessage(
                item.topic(),
                item.round(),
                item.at(),
                recipients,
                reason,
                by,
                RuleTexts.swedish(item.topic(), settings),
                RuleTexts.english(item.topic(), settings));
    }

    private Stream<PlannedRecipient> recipients(ReachableRecipient addressee) {
        return outbox.ways(addressee.contact()).entrySet().stream()
                .map(way -> new PlannedRecipient(way.getValue(), Optional.of(way.getKey())));
    }
}
