package org.careunit.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.api.paging.PageRequest;
import org.careunit.notifications.internal.Life.Change;
import org.careunit.notifications.internal.Life.Change.Operated.Act;
import org.careunit.notifications.internal.Life.Delivery;
import org.careunit.notifications.internal.Life.Door;
import org.careunit.notifications.internal.Life.Outage;
import org.careunit.notifications.internal.SimulatedGateways.Taken;
import org.careunit.notifications.model.KnownEvent;
import org.careunit.notifications.model.RecordsModel;
import org.careunit.notifications.model.UnitModel;
import org.careunit.notifications.model.UnitModel.Violation;
import org.careunit.notifications.model.Way;
import org.careunit.storage.internal.node.TestStore;

/** Plays a life on the product and on the model, in step, and compares. */
final class SimulatedLife {

    private static final int ALL = 1_000;

    /** When an operator looks at what is still parked, after all that a life holds. */
    private static final Instant LAST_LOOK = LifeGenerator.END.minus(Duration.ofDays(5));

    /** Why is asked at each so many-th step, since it costs more than the step. */
    private static final int ASK_WHY = 11;

    private final Life life;
    private final SimulatedWorld world;
    private final TestStore store;
    private final Deque<Delivery> deliveries;
    private final Deque<Change> changes;
    private final Deque<Outage> outages;
    private final List<Delivery> waiting = new ArrayList<>();
    private final Set<String> arrived = new HashSet<>();
    private final LifeSettings settings;
    private UnitModel model;
    private RecordsModel records;
    private LifeJudge judge;
    private Optional<Outage> out = Optional.empty();
    private Instant takenOver = Instant.MIN;
    private int deaths;
    private int steps;

    SimulatedLife(Life life, SimulatedWorld world, TestStore store) {
        this.life = life;
        this.world = world;
        this.store = store;
        settings = new LifeSettings(life, world, store);
        deliveries = new ArrayDeque<>(life.deliveries());
        changes = new ArrayDeque<>(life.changes());
        changes.add(new Change.Operated(LAST_LOOK, Act.RESEND_PARKED));
        outages = new ArrayDeque<>(life.outages());
    }

    /** What the product did wrong; empty for nothing. */
    Optional<String> violation() {
        try {
            play();
            return Optional.empty();
        } catch (Violation wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private void play() {
        prepare();
        step();
        TimelineJudge.compare(life, world.anyNode().timelines, settings.decisions(), settings.isRecordSystemOn());
        while (world.now().isBefore(LifeGenerator.END)) {
            world.moveTo(next());
            step();
        }
        model.ended();
        records.ended();
        cases().forEach(judge::requireEnded);
    }

    private void prepare() {
        world.beginAnew(LifeGenerator.BEGIN, life);
        settings.beginAnew();
        world.contacts = ref -> Optional.of(settings.contacts(Life.number(ref)));
        world.unread = ref -> isUnread(Life.number(ref));
        model = new UnitModel(
                settings.decisions(),
                Duration.ofMinutes(life.window()),
                new UnitModel.Residents(settings::addresses, this::isUnread),
                life.people().smsPerDay());
        records = new RecordsModel();
        judge = new LifeJudge(life, world, store, model, records);
    }

    private boolean isUnread(int number) {
        return UnitModel.isUnread(events(number).stream()
                .filter(event -> !event.at().isAfter(world.now()))
                .toList());
    }

    private Collection<KnownEvent> events(int number) {
        Map<String, KnownEvent> all = new LinkedHashMap<>();
        life.deliveries().stream().filter(one -> one.number() == number).forEach(one -> all.put(one.id(), known(one)));
        return all.values();
    }

    private static KnownEvent known(Delivery one) {
        return new KnownEvent(one.id(), one.number(), one.change(), one.when().at());
    }

    private Stream<Integer> cases() {
        return life.deliveries().stream().map(Delivery::number).distinct();
    }

    /** When something happens next; while a node takes over what another had begun, nothing comes in. */
    private Instant next() {
        Instant now = world.now();
        if (takenOver.isAfter(now)) {
            return takenOver;
        }
        List<Optional<Instant>> all = new ArrayList<>(List.of(
                Optional.ofNullable(deliveries.peek()).map(one -> one.when().arrives()),
                Optional.ofNullable(changes.peek()).filter(any -> !isStoreOut()).map(Change::at),
                out.map(Outage::until),
                Optional.ofNullable(outages.peek()).filter(any -> out.isEmpty()).map(Outage::from),
                Optional.of(LifeGenerator.END)));
        if (!isStoreOut()) {
            all.addAll(List.of(world.nextDue(), model.next(now)));
        }
        return all.stream()
                .flatMap(Optional::stream)
                .map(at -> at.isAfter(now) ? at : now.plusSeconds(1))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private boolean isStoreOut() {
        return out.filter(outage -> outage.what() == Outage.What.STORE).isPresent();
    }

    private void step() {
        steps++;
        List<KnownEvent> fresh = new ArrayList<>();
        boolean isTakingOver = takenOver.equals(world.now());
        if (!isTakingOver) {
            endOutage(fresh);
            beginOutage();
            decide();
            deliver(fresh);
        }
        if (isStoreOut()) {
            return;
        }
        List<Taken> taken = world.work();
        if (world.jobs.timesDied() > 0) {
            deaths += world.jobs.timesDied();
            takenOver = world.now().plus(SimulatedWorld.TAKEN_OVER);
            model.disturbed(takenOver, Set.of(Way.values()));
            records.disturbed(takenOver);
        }
        records.arrived(world.now(), fresh);
        judge.notices(deaths);
        records.settled(world.now());
        model.arrived(world.now(), fresh);
        model.passed(world.now());
        judge.messages(taken, deaths);
        model.settled(world.now());
        if (steps % ASK_WHY == 0) {
            cases().filter(number -> !world.now().isBefore(takenOver)).forEach(judge::askWhy);
        }
    }

    private void endOutage(List<KnownEvent> fresh) {
        if (out.filter(outage -> !outage.until().isAfter(world.now())).isPresent()) {
            boolean wasStoreOut = isStoreOut();
            out = Optional.empty();
            world.fails(Optional.empty());
            if (wasStoreOut) {
                comeIn(fresh);
            } else {
                world.testRecordSystem();
            }
        }
    }

    /** What waited for the store. */
    private void comeIn(List<KnownEvent> fresh) {
        world.storeIsOut(false);
        waiting.stream().filter(one -> one.door() == Door.EVENT_ADMIN).forEach(one -> note(one, fresh));
        waiting.stream().filter(one -> one.door() == Door.SERVICE).forEach(one -> {
            if (!world.bring(event(one))) {
                throw new IllegalStateException("The store is back, and refuses");
            }
            note(one, fresh);
        });
        waiting.clear();
    }

    private void beginOutage() {
        if (out.isEmpty() && !outages.isEmpty() && !outages.peek().from().isAfter(world.now())) {
            Outage begins = outages.remove();
            out = Optional.of(begins);
            disturb(begins);
            if (isStoreOut()) {
                world.storeIsOut(true);
            } else {
                world.fails(out);
            }
        }
    }

    private void disturb(Outage outage) {
        Instant until = outage.until();
        switch (outage.what()) {
            case STORE -> {
                model.disturbed(until, Set.of(Way.values()));
                records.disturbed(until);
            }
            case MAIL_AWAY, MAIL_REFUSING -> model.disturbed(until, Set.of(Way.MAIL));
            case SMS_UNBOUND, SMS_THROTTLED -> model.disturbed(until, Set.of(Way.SMS));
            case RECORDS_AWAY, RECORDS_BUSY, RECORDS_SILENT, RECORDS_CHANGED -> records.disturbed(until);
            case RECORDS_REFUSING -> {
                // what it refuses is parked at once
            }
            case HOST -> {
                model.disturbed(until, Set.of(Way.HOST));
                records.disturbed(until);
            }
            case HOST_OF_ONE -> records.disturbed(0, until);
        }
    }

    private void decide() {
        while (!isStoreOut() && !changes.isEmpty() && !changes.peek().at().isAfter(world.now())) {
            apply(changes.remove());
            model.decided(world.now(), settings.decisions());
            records.decided(settings.isRecordSystemOn());
        }
    }

    private void apply(Change change) {
        if (change instanceof Change.Operated operated) {
            operate(operated.act());
        } else {
            settings.apply(change);
        }
    }

    /** What an operator is shown is what the model says is parked. */
    private void operate(Act act) {
        Messages messages = world.anyNode().messages;
        Map<UUID, Integer> parked = new LinkedHashMap<>();
        notices(messages, MessageState.PERMANENT_FAILURE)
                .forEach(entry -> parked.put(entry.id(), Life.number(entry.subject())));
        if (!List.copyOf(parked.values()).stream().sorted().toList().equals(records.parked())) {
            throw wrong("parked are notices of cases " + parked.values() + ", the model says " + records.parked());
        }
        parked.forEach((id, number) -> {
            if (act == Act.DISCARD_PARKED) {
                messages.discard(SimulatedWorld.OPERATOR, id);
                records.discarded(world.now(), number);
            } else {
                sendAgain(messages, id);
                records.resent(world.now(), number);
            }
        });
        if (act == Act.RESEND_ALL) {
            notices(messages, MessageState.TEMPORARY_FAILURE).forEach(entry -> sendAgain(messages, entry.id()));
        }
    }

    private void sendAgain(Messages messages, UUID id) {
        messages.retry(SimulatedWorld.OPERATOR, id);
        world.jobs.startedAgain(id);
    }

    private static List<LedgerEntry> notices(Messages messages, MessageState state) {
        return messages.newest(SimulatedWorld.OPERATOR, Optional.of(state), PageRequest.first(ALL)).rows().stream()
                .filter(entry -> entry.topic() == Topic.CASE_WAITING)
                .toList();
    }

    private void deliver(List<KnownEvent> fresh) {
        while (!deliveries.isEmpty() && !deliveries.peek().when().arrives().isAfter(world.now())) {
            Delivery one = deliveries.remove();
            boolean isIn = true;
            if (one.door() == Door.SERVICE) {
                isIn = world.bring(event(one));
            } else {
                world.post(event(one));
                isIn = !isStoreOut();
            }
            if (isIn) {
                note(one, fresh);
            } else {
                waiting.add(one);
            }
        }
    }

    private void note(Delivery one, List<KnownEvent> fresh) {
        if (arrived.add(one.id())) {
            fresh.add(known(one));
        }
    }

    private static CaseEvent event(Delivery one) {
        return new CaseEvent(
                new EventId(one.id()),
                one.when().at(),
                Life.ref(one.number()),
                one.when().sequence(),
                one.change());
    }

    private Violation wrong(String what) {
        return new Violation(world.now() + ": " + what);
    }
}
