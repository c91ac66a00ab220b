package org.careunit.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.TopicMessages;
import org.careunit.notifications.internal.Life.Change;
import org.careunit.notifications.internal.Life.Change.Operated.Act;
import org.careunit.notifications.internal.Life.Delivery;
import org.careunit.notifications.internal.Life.Door;
import org.careunit.notifications.internal.Life.Outage;
import org.careunit.notifications.internal.SimulatedGateways.Heard;
import org.careunit.notifications.internal.SimulatedGateways.Heard.Answer;
import org.careunit.notifications.internal.SimulatedGateways.Taken;
import org.careunit.notifications.model.Decisions;
import org.careunit.notifications.model.Decisions.Rules;
import org.careunit.notifications.model.Decisions.Team;
import org.careunit.notifications.model.KnownEvent;
import org.careunit.notifications.model.Obligation;
import org.careunit.notifications.model.RecordsModel;
import org.careunit.notifications.model.UnitModel;
import org.careunit.notifications.model.UnitModel.Violation;
import org.careunit.notifications.model.Way;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;

/** Plays a life on the product and on the model, in step, and compares. */
final class SimulatedLife {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final String RECEPTION = "reception";
    private static final String AT = "@example.org";
    private static final Map<StaffId, String> STAFF = Map.of(LifeGenerator.ANNA, "anna", LifeGenerator.BO, "bo");
    private static final List<Topic> CLOCKS = List.of(Topic.FIRST_REPLY, Topic.OVERDUE, Topic.UNREAD);

    private static final int NODES = 2;
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
    private final Map<UUID, UUID> messageOfRow = new HashMap<>();
    private final Set<StaffId> receivers = new HashSet<>();
    private UnitModel model;
    private RecordsModel records;
    private Optional<Outage> out = Optional.empty();
    private Instant takenOver = Instant.MIN;
    private int duplicates;
    private int noticesTwice;
    private int deaths;
    private int steps;

    SimulatedLife(Life life, SimulatedWorld world, TestStore store) {
        this.life = life;
        this.world = world;
        this.store = store;
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
        TimelineJudge.compare(life, world.anyNode().timelines, decisions(), isRecordSystemOn());
        while (world.now().isBefore(LifeGenerator.END)) {
            world.moveTo(next());
            step();
        }
        model.ended();
        records.ended();
        cases().forEach(this::requireEnded);
    }

    private void prepare() {
        world.beginAnew(LifeGenerator.BEGIN, life);
        Town town = world.town;
        town.sections.clear();
        town.saved.clear();
        town.defaults.clear();
        town.absentUntil.clear();
        town.quietHours = QuietHours.DEFAULT;
        town.firstReplyDays = OptionalInt.empty();
        town.turnOn(RECEPTION + AT);
        STAFF.forEach((staff, name) -> town.wantToBeTold.put(staff, new EmailAddress(name + AT)));
        town.wantSms.clear();
        town.wantSms.putAll(life.people().phones());
        TopicMessages window = new TopicMessages(life.window(), null, null);
        town.words = Optional.of(new StaffMessages(window, window, window, window, window));
        STAFF.keySet().forEach(staff -> permit(staff, false));
        world.contacts = ref -> Optional.of(contacts(Life.number(ref)));
        world.unread = ref -> isUnread(Life.number(ref));
        model = new UnitModel(
                decisions(),
                Duration.ofMinutes(life.window()),
                new UnitModel.Residents(this::addresses, this::isUnread),
                life.people().smsPerDay());
        records = new RecordsModel();
    }

    /** Some want e-mail, some SMS, and some both. */
    private CaseContacts.Contacts contacts(int number) {
        boolean wantsSms = life.people().residents() && number % 3 > 0;
        boolean wantsMail = !wantsSms || number % 3 == 1;
        return new CaseContacts.Contacts(
                Optional.of(new EmailAddress("resident-" + number + AT)).filter(any -> wantsMail),
                Optional.of(new TelephoneNumber("+4673000000" + number)).filter(any -> wantsSms));
    }

    private List<String> addresses(int number) {
        CaseContacts.Contacts contacts = contacts(number);
        return Stream.concat(
                        contacts.email().stream().map(mail -> mail.value().replace(AT, "")),
                        contacts.sms().stream().map(phone -> Way.TELEPHONE + phone.e164()))
                .toList();
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

    private static CaseRef ref(int number) {
        return new CaseRef(Events.UNIT, "c-" + number);
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
        if (world.timesDied() > 0) {
            deaths += world.timesDied();
            takenOver = world.now().plus(SimulatedWorld.TAKEN_OVER);
            model.disturbed(takenOver, Set.of(Way.values()));
            records.disturbed(takenOver);
        }
        records.arrived(world.now(), fresh);
        judgeNotices();
        records.settled(world.now());
        model.arrived(world.now(), fresh);
        model.passed(world.now());
        judge(taken);
        model.settled(world.now());
        if (steps % ASK_WHY == 0) {
            cases().filter(number -> !world.now().isBefore(takenOver)).forEach(this::askWhy);
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
            model.decided(world.now(), decisions());
            records.decided(isRecordSystemOn());
        }
    }

    private boolean isRecordSystemOn() {
        return ((RecordSystemNotification) world.town.inForce(RecordSystemNotification.class)).on();
    }

    private void apply(Change change) {
        if (change instanceof Change.Operated operated) {
            operate(operated.act());
            return;
        }
        Town town = world.town;
        if (change instanceof Change.Saved saved) {
            town.save(saved.section(), world.now());
        } else if (change instanceof Change.InRegion set) {
            town.saveDefault(set.section(), set.locked(), world.now());
        } else if (change instanceof Change.Quiet quiet) {
            town.quietHours = quiet.hours();
        } else if (change instanceof Change.Promise promise) {
            town.firstReplyDays = promise.days() == 0 ? OptionalInt.empty() : OptionalInt.of(promise.days());
        } else if (change instanceof Change.Permission permission) {
            permit(permission.staff(), permission.given());
        } else if (change instanceof Change.Absence absence) {
            absence.until()
                    .ifPresentOrElse(
                            day -> town.absentUntil.put(absence.staff(), day),
                            () -> town.absentUntil.remove(absence.staff()));
        }
        world.settingsChanged("any");
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
                messages.discard(OPERATOR, id);
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
        messages.retry(OPERATOR, id);
        world.startedAgain(id);
    }

    private static List<LedgerEntry> notices(Messages messages, MessageState state) {
        return messages.newest(OPERATOR, Optional.of(state), PageRequest.first(ALL)).rows().stream()
                .filter(entry -> entry.topic() == Topic.CASE_WAITING)
                .toList();
    }

    private void permit(StaffId staff, boolean isGiven) {
        if (isGiven) {
            receivers.add(staff);
        } else {
            receivers.remove(staff);
        }
        Set<Permission> all = isGiven ? Set.of(Permission.CASE_RECEIVER) : Set.of();
        store.transactions().run(() -> store.grants().replace(Events.UNIT, staff, all, "test"));
    }

    private Decisions decisions() {
        Town town = world.town;
        Rules rules = new Rules(
                (ClosedDays) town.inForce(ClosedDays.class),
                (StaffReminder) town.inForce(StaffReminder.class),
                town.firstReplyDays.orElse(0),
                (ResidentReminder) town.inForce(ResidentReminder.class),
                town.quietHours);
        Map<StaffId, List<String>> addresses = new HashMap<>();
        STAFF.forEach((staff, name) -> addresses.put(
                staff,
                Stream.concat(
                                Stream.of(name),
                                Stream.ofNullable(life.people().phones().get(staff))
                                        .map(phone -> Way.TELEPHONE + phone.e164()))
                        .toList()));
        return new Decisions(
                rules, new Team(RECEPTION, addresses, Set.copyOf(receivers), Map.copyOf(town.absentUntil)));
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
                ref(one.number()),
                one.when().sequence(),
                one.change());
    }

    private void judge(List<Taken> taken) {
        Map<Obligation, UUID> left = new LinkedHashMap<>();
        for (Taken one : taken) {
            boolean isKnown = one.rows().stream().anyMatch(row -> messageOfRow.containsKey(row.id()));
            if (isKnown && ++duplicates > deaths) {
                throw wrong("left twice: " + one.text());
            }
            boolean mayBeRefusedAlready = deaths > 0 && model.isRefused(one.address());
            one.rows().stream()
                    .filter(row -> !mayBeRefusedAlready)
                    .filter(row -> messageOfRow.put(row.id(), one.id()) == null)
                    .forEach(row -> left.put(left(row, one), one.id()));
            requireCount(one);
            judgeSms(one);
        }
        left.forEach((one, message) -> left.forEach((other, another) -> {
            if (model.isOneMessage(one, other) && !message.equals(another)) {
                throw wrong("not one message: " + one + " and " + other);
            }
        }));
    }

    private Obligation left(LedgerRow row, Taken message) {
        String address = message.address().replace(AT, "");
        return model.left(message.at(), row.topic(), Life.number(row.subject()), row.event(), address);
    }

    private void judgeSms(Taken message) {
        if (!message.address().startsWith(Way.TELEPHONE)) {
            return;
        }
        Instant now = message.at();
        if (message.status() == DeliveryStatus.ACCEPTED) {
            model.smsTaken(now);
        } else if (message.status() == DeliveryStatus.PERMANENT_FAILURE) {
            model.refused(message.address());
        }
        int most = life.people().smsPerDay();
        if (most > 0 && model.smsTakenOnDayOf(now) > NODES * most + deaths) {
            throw wrong(model.smsTakenOnDayOf(now) + " SMS on one day");
        }
        boolean isQuietSometimes = !world.town.quietHours.from().equals(world.town.quietHours.to());
        boolean isValid = message.rows().stream()
                .allMatch(row -> model.smsValidUntil(now, row.topic()).equals(message.validUntil()));
        if (isQuietSometimes && !isValid) {
            throw wrong("an SMS is valid until " + message.validUntil());
        }
    }

    private void judgeNotices() {
        for (Heard one : world.heard()) {
            CaseNotice notice = one.notice();
            int number = Life.number(notice.ref());
            if (one.answer() == Answer.REFUSED) {
                records.refused(world.now(), number, notice);
            } else if (records.heard(world.now(), number, notice, one.answer() == Answer.ACCEPTED)
                    && ++noticesTwice > deaths) {
                throw wrong("heard twice: " + notice);
            }
            if (!notice.resident().equals(Optional.of(SimulatedGateways.resident(notice.ref())))) {
                throw wrong("about somebody else: " + notice);
            }
        }
    }

    private void requireCount(Taken message) {
        String digits = message.text().replace("1177", "").replaceAll("[^0-9]", "");
        boolean isForStaff = message.rows().stream().anyMatch(row -> row.topic() != Topic.UNREAD);
        int said = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        if (isForStaff && said != message.rows().size()) {
            throw wrong("says " + digits + " and tells of " + message.rows().size());
        }
    }

    private void requireEnded(int number) {
        List<LedgerRow> rows = store.messages().about(ref(number));
        rows.stream().filter(row -> !row.state().ended()).findFirst().ifPresent(row -> {
            throw wrong("not final: " + row);
        });
        long sent =
                rows.stream().filter(row -> row.state() == MessageState.SENT).count();
        long explained = why(number).stream()
                .filter(one -> one.reason() == MessageReason.SENT)
                .count();
        if (sent != explained) {
            throw wrong(explained + " of " + sent + " are explained as sent");
        }
        requireNoneParked(number, rows);
        if (rows.stream().anyMatch(row -> row.state() == MessageState.SENT && !messageOfRow.containsKey(row.id()))) {
            throw wrong("the ledger says sent, and the gateway never saw it: case " + number);
        }
    }

    /** The operator has looked at all. */
    private void requireNoneParked(int number, List<LedgerRow> rows) {
        boolean isParked = rows.stream()
                .anyMatch(row -> row.topic() == Topic.CASE_WAITING && row.state() == MessageState.PERMANENT_FAILURE);
        if (isParked || !store.jobs().setAside(1).isEmpty()) {
            throw wrong("still parked: case " + number);
        }
    }

    private List<MessageExplanation> why(int number) {
        return store.cases().find(ref(number)).isEmpty()
                ? List.of()
                : world.anyNode().explanations.why(OPERATOR, ref(number));
    }

    /** What is said to come is what the model says will come, and reasons are true. */
    private void askWhy(int number) {
        Instant now = world.now();
        Map<Topic, Instant> coming = new TreeMap<>();
        int parked = 0;
        for (MessageExplanation one : why(number)) {
            boolean isParked = one.topic() == Topic.CASE_WAITING && one.reason() == MessageReason.REFUSED;
            parked += isParked ? 1 : 0;
            boolean isTrue =
                    switch (one.reason()) {
                        case HANDLED -> model.isHandled(number);
                        case RESTING -> model.isResting(number);
                        default -> true;
                    };
            if (!isTrue) {
                throw wrong("case " + number + " is explained by " + one);
            }
            if (one.reason() == MessageReason.WILL_COME) {
                coming.put(one.topic(), one.at().orElseThrow());
            }
        }
        if (parked != Collections.frequency(records.parked(), number)) {
            throw wrong("case " + number + ": why says that " + parked + " are parked, the model " + records.parked());
        }
        Map<Topic, Instant> expected = new TreeMap<>();
        CLOCKS.forEach(clock -> model.leaves(now, clock, number).ifPresent(at -> expected.put(clock, at)));
        if (!expected.equals(coming)) {
            throw wrong("case " + number + ": why says " + coming + ", the model " + expected);
        }
    }

    private Violation wrong(String what) {
        return new Violation(world.now() + ": " + what);
    }
}
