package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.api.staff.Choices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;
import org.careunit.storage.Job;
import org.careunit.storage.JobHandler;
import org.careunit.storage.JobOutcome;
import org.careunit.storage.internal.TestStore;
import org.osgi.service.event.EventHandler;

/** What follows from events on one store: each new case is told to one address, at once. */
public final class StoryParts {

    private static final int AT_ONCE = 500;

    private final TestStore store;
    private final UnitRules rules;
    private final Audience audience;
    private final Outbox outbox;
    private final JobHandler sending;

    private StoryParts(TestStore store, Path base, MailGateway gateway) {
        this.store = store;
        Town town = new Town();
        NotificationsSettings settings = new NotificationsSettings(base, Map.of("digestMinutes", "0"));
        rules = new UnitRules(town, town, settings);
        audience = new Audience(town, town, store.pseudonyms());
        Gathering gathering = new Gathering(store.digests(), store.jobs(), store.clock(), rules);
        outbox = new Outbox(store.messages(), store.suppressions(), gathering, audience, store.clock());
        sending = new SendMail(store.transactions(), outbox, audience, new Letters(rules), gateway);
    }

    /** Has the store do what follows from events, and hand its messages to a gateway. */
    public static void handle(TestStore store, Path base, MailGateway gateway) {
        StoryParts parts = new StoryParts(store, base, gateway);
        store.handle(new FollowUp(store.events(), parts.audience, parts.outbox, parts.rules));
        store.handle(parts.sending);
    }

    /**
     * Has the store hand messages to a gateway, and nothing else.
     *
     * @param workers how many at once; 0: as many as the product does
     */
    public static StoryParts send(TestStore store, Path base, MailGateway gateway, int workers) {
        StoryParts parts = new StoryParts(store, base, gateway);
        store.handle(workers == 0 ? parts.sending : new Few(parts.sending, workers));
        return parts;
    }

    /** Adds that many messages, each with its row of the ledger and its job. */
    public void backlog(HsaId unit, int messages) {
        List<Addressee> addressees = audience.ofUnit(unit);
        for (int from = 0; from < messages; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, messages - from);
            store.transactions().run(() -> IntStream.range(0, some).forEach(i -> tell(unit, addressees)));
        }
    }

    private void tell(HsaId unit, List<Addressee> addressees) {
        String event = UUID.randomUUID().toString();
        outbox.tell(event, new CaseRef(unit, event), addressees);
    }

    /** The door of EventAdmin, with nobody behind it, as when the database is down. */
    public static EventHandler door(Path base) {
        return new EventDoor(new NotificationsSettings(base, Map.of()));
    }

    /** The same with fewer workers. */
    private record Few(JobHandler all, int workersPerDestination) implements JobHandler {
        @Override
        public String type() {
            return all.type();
        }

        @Override
        public JobOutcome run(Job job) throws Exception {
            return all.run(job);
        }

        @Override
        public void gaveUp(Job job, String reason) {
            all.gaveUp(job, reason);
        }
    }

    private static final class Town implements Units, UnitSettings, PersonalSettings {

        private final EmailNotification told = new EmailNotification(true, List.of(new EmailAddress("a@example.org")));

        @Override
        public Optional<CareUnit> find(Actor actor, HsaId unit) {
            return Optional.of(new CareUnit(unit, new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN));
        }

        @Override
        public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
            return section == StaffMessages.class
                    ? new Versioned<>(section.cast(StaffMessages.DEFAULT), 0)
                    : new Versioned<>(section.cast(told), 1);
        }

        @Override
        public Profile read(Actor actor, HsaId unit, HsaId staff) {
            throw new IllegalStateException("nobody is given a case here");
        }

        @Override
        public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen) {
            throw new IllegalStateException();
        }

        @Override
        public CareUnit startClosing(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public CareUnit reopen(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public CareUnit close(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public CareUnit rename(Actor actor, HsaId unit, String seen, String name) {
            throw new IllegalStateException();
        }

        @Override
        public UnitInDirectory inDirectory(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public List<CareUnit> all(Actor actor) {
            throw new IllegalStateException();
        }

        @Override
        public List<SectionState> sections(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public <S extends Section> Map<HsaId, S> everywhere(Actor actor, Class<S> section) {
            throw new IllegalStateException();
        }

        @Override
        public ShownInformation information(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public Section parse(String key, String json) {
            throw new IllegalStateException();
        }

        @Override
        public String write(Section section) {
            throw new IllegalStateException();
        }

        @Override
        public <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section) {
            throw new IllegalStateException();
        }

        @Override
        public <S extends Section> Versioned<S> restore(
                Actor actor, HsaId unit, Class<S> section, long version, long seen) {
            throw new IllegalStateException();
        }

        @Override
        public List<Saved<Choices>> history(Actor actor, HsaId unit, HsaId staff) {
            throw new IllegalStateException();
        }

        @Override
        public Profile restore(Actor actor, HsaId unit, HsaId staff, long version, long seen) {
            throw new IllegalStateException();
        }

        @Override
        public CareUnit register(Actor actor, HsaId unit, CountyCode region, String name) {
            throw new IllegalStateException();
        }

        @Override
        public CareUnit open(Actor actor, HsaId unit) {
            throw new IllegalStateException();
        }

        @Override
        public List<CareUnit> ofRegion(Actor actor, CountyCode region) {
            throw new IllegalStateException();
        }

        @Override
        public Profile save(Actor actor, HsaId unit, HsaId staff, Choices choices, long seen) {
            throw new IllegalStateException();
        }

        @Override
        public Profile updateFromDirectory(Actor actor, HsaId unit, HsaId staff) {
            throw new IllegalStateException();
        }

        @Override
        public String signature(Actor actor, HsaId unit, HsaId staff, LocalDate day) {
            throw new IllegalStateException();
        }
    }
}
