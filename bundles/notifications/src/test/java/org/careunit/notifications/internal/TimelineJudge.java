package org.careunit.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedCase.Step;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.Life.Delivery;
import org.careunit.notifications.model.Decisions;
import org.careunit.notifications.model.KnownEvent;
import org.careunit.notifications.model.Obligation;
import org.careunit.notifications.model.RecordsModel;
import org.careunit.notifications.model.UnitModel;
import org.careunit.notifications.model.UnitModel.Violation;
import org.careunit.notifications.model.Way;

/** Compares the timeline that is shown of a case beforehand with what the model says of it, if nothing is late. */
final class TimelineJudge {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final String RESIDENT = "resident";

    private TimelineJudge() {}

    /** @param recordSystem whether the record system hears of cases */
    static void compare(Life life, CaseTimelines timelines, Decisions decisions, boolean recordSystem) {
        Map<Integer, Map<String, KnownEvent>> cases = new LinkedHashMap<>();
        for (Delivery one : life.deliveries()) {
            cases.computeIfAbsent(one.number(), any -> new LinkedHashMap<>())
                    .put(
                            one.id(),
                            new KnownEvent(
                                    one.id(),
                                    one.number(),
                                    one.change(),
                                    one.when().at()));
        }
        for (Map<String, KnownEvent> of : cases.values()) {
            List<KnownEvent> events = of.values().stream()
                    .sorted(Comparator.comparing(KnownEvent::at))
                    .toList();
            if (events.get(0).change() instanceof CaseChange.Received received) {
                List<String> shown = shown(timelines.preview(OPERATOR, Events.UNIT, planned(received, events)));
                List<String> expected = Stream.concat(
                                expected(events, decisions).stream(), notices(events, recordSystem).stream())
                        .sorted()
                        .toList();
                if (!shown.equals(expected)) {
                    throw new Violation("the timeline shows " + shown + "\n, the model " + expected);
                }
            }
        }
    }

    private static PlannedCase planned(CaseChange.Received received, List<KnownEvent> events) {
        return new PlannedCase(
                received.caseType(),
                events.get(0).at(),
                events.stream()
                        .skip(1)
                        .map(event -> new Step(event.change(), event.at()))
                        .toList());
    }

    private static List<String> shown(List<PlannedMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.recipients().stream()
                        .map(told ->
                                message.at() + " " + message.topic() + " " + message.round() + " " + told.recipient()))
                .sorted()
                .toList();
    }

    private static List<String> expected(List<KnownEvent> events, Decisions decisions) {
        UnitModel model = new UnitModel(
                decisions, Duration.ZERO, new UnitModel.Residents(any -> List.of(RESIDENT), any -> true), 0);
        int number = events.get(0).number();
        List<String> lines = new ArrayList<>();
        List<KnownEvent> left = new ArrayList<>(events);
        Optional<Instant> next = Optional.of(events.get(0).at());
        while (next.isPresent()) {
            Instant now = next.get();
            while (!left.isEmpty() && !left.get(0).at().isAfter(now)) {
                model.arrived(now, List.of(left.remove(0)));
            }
            model.passed(now);
            for (Obligation one : model.open()) {
                lines.add(now + " " + one.topic() + " " + model.round(number) + " " + masked(one.address()));
                model.left(now, one.topic(), number, one.because(), one.address());
            }
            next = Stream.concat(left.stream().limit(1).map(KnownEvent::at), model.next(now).stream())
                    .min(Instant::compareTo);
        }
        return lines;
    }

    /** As if the record system accepted each notice at once. */
    private static List<String> notices(List<KnownEvent> events, boolean isOn) {
        RecordsModel model = new RecordsModel();
        model.decided(isOn);
        List<String> lines = new ArrayList<>();
        for (KnownEvent event : events) {
            model.arrived(event.at(), List.of(event));
            model.acceptAll().forEach(notice -> lines.add(event.at() + " " + Topic.CASE_WAITING + " " + notice));
        }
        return lines;
    }

    private static String masked(String address) {
        if (address.startsWith(Way.TELEPHONE)) {
            return new TelephoneNumber(address.substring(Way.TELEPHONE.length())).masked();
        }
        return address.startsWith(RESIDENT) ? RESIDENT : new EmailAddress(address + "@example.org").masked();
    }
}
