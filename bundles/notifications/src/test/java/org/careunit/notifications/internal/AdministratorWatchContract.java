package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.notifications.internal.Events.UNIT;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.units.CareUnit;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendMessages;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.SettableClock;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears that a unit has lost its last administrator, on every database. */
abstract class AdministratorWatchContract {

    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId REGIONAL = new StaffId("SE1111111111-REGIONAL");
    private static final CountyCode REGION = new CountyCode("01");
    private static final Instant END = Instant.parse("2000-01-03T23:00:00Z");
    private static final CaseRef NO_CASE = new CaseRef(UNIT, "-");

    @TempDir
    Path base;

    private final Town town = new Town();
    private final List<OutgoingMail> sent = new ArrayList<>();
    private final StaffDirectory directory =
            Stub.of(StaffDirectory.class, "staff", asked -> entries((StaffId) asked[0]));
    private Optional<EmailAddress> mail = Optional.of(new EmailAddress("regional@example.org"));
    private Instant now = END;
    private TestStore store;
    private RegionalAdministrators regional;
    private AdministratorWatch watch;
    private EmailChannel email;
    private SendMessages sendMail;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, REGION, "Provmottagningen", CareUnit.State.OPEN));
        store.accounts().add(ANNA, Optional.empty(), "operator:test");
        store.accounts().add(REGIONAL, Optional.empty(), "operator:test");
        store.grants().addRegionalAdministrator(REGION, REGIONAL, "operator:test");
        administers(END);
        Clock clock = SettableClock.showing(() -> now);
        UnitRules rules =
                new UnitRules(town.units, town.settings, new NotificationsSettings(base, Map.of("digestMinutes", "0")));
        regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        regional.setDirectory(directory);
        Recipients recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        email = new EmailChannel(new MessageTexts(rules));
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, clock),
                recipients,
                List.of(email),
                clock);
        watch = new AdministratorWatch(
                store.units(), store.grants(), store.messages(), regional, outbox, store.jobs(), clock);
        MessageDispatch dispatch = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, clock), new StaffHours(town.clocks(store, clock), clock)),
                clock);
        sendMail = new EmailChannel.Sending(email, dispatch, this::send, store.jobs());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whenTheLastAdministratorsGrantEndsTheRegionsAdministratorsAreToldOnce() {
        now = END.minusSeconds(1);
        look();
        assertThat(states()).isEmpty();
        now = END;
        look();
        now = END.plus(Duration.ofHours(1));
        look();
        sendAll();
        assertThat(sent).singleElement().satisfies(told -> {
            assertThat(told.to().value()).isEqualTo("regional@example.org");
            assertThat(told.subject()).isEqualTo("En mottagning saknar administratör");
            assertThat(told.text()).contains("Provmottagningen").doesNotContain("ANNA", "Anna");
        });
        assertThat(states()).containsExactly(SENT);
        store.messages().removeRecipients(now.plus(Duration.ofDays(30)));
        look();
        assertThat(states()).containsExactly(SENT);
    }

    @Test
    void anEmploymentThatEndedIsALossAndSoIsTheNextOne() {
        administers(END.plus(Duration.ofDays(9)));
        store.accounts().employment(ANNA, Optional.of(END));
        look();
        assertThat(states()).hasSize(1);
        store.accounts().employment(ANNA, Optional.empty());
        look();
        now = END.plus(Duration.ofDays(9));
        look();
        assertThat(states()).hasSize(2);
    }

    @Test
    void whereNobodyHasAnAddressTheLedgerSaysSoUntilSomebodyHas() {
        mail = Optional.empty();
        look();
        look();
        assertThat(states()).containsExactly(NO_RECIPIENT);
        mail = Optional.of(new EmailAddress("regional@example.org"));
        look();
        sendAll();
        assertThat(states()).containsExactlyInAnyOrder(NO_RECIPIENT, SENT);
    }

    @Test
    void whoAdministersTheRegionNoLongerIsNotTold() {
        look();
        store.grants().removeRegionalAdministrator(REGION, REGIONAL);
        sendAll();
        assertThat(sent).isEmpty();
        assertThat(states()).containsExactly(CANCELLED);
    }

    @Test
    void aClosedUnitNeedsNobodyAndWithoutADirectoryTheLookWaits() {
        regional.unsetDirectory(directory);
        assertThatThrownBy(this::look).isInstanceOf(UnavailableException.class);
        store.units().update(new CareUnit(UNIT, REGION, "Provmottagningen", CareUnit.State.CLOSED), 1);
        look();
        assertThat(states()).isEmpty();
    }

    private void administers(Instant until) {
        Map<Permission, GrantPeriod> grants =
                Map.of(Permission.UNIT_ADMINISTRATOR, new GrantPeriod(Optional.empty(), Optional.of(until)));
        store.transactions().run(() -> store.grants().replace(UNIT, ANNA, grants, "operator:test"));
    }

    private DirectoryAnswer<List<StaffEntry>> entries(StaffId staff) {
        StaffEntry entry = new StaffEntry(
                staff,
                Optional.of("Anna"),
                Optional.empty(),
                Optional.empty(),
                mail,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
        return new DirectoryAnswer<>(List.of(entry), now, false);
    }

    private DeliveryResult send(OutgoingMail told) {
        sent.add(told);
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 yes");
    }

    private void look() {
        JobOutcome outcome = watch.run(new Job(AdministratorWatch.JOB, "", 0, now));
        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Again.class, again -> assertThat(again.at())
                .isEqualTo(now.plus(Duration.ofHours(1))));
        store.transactions().run(() -> outcome.alongside().run());
    }

    private void sendAll() {
        for (Waiting waiting : store.jobs().waiting(100)) {
            if (waiting.job().id().type().equals(email.jobType())) {
                JobOutcome outcome = sendMail.run(waiting.job());
                store.transactions().run(() -> outcome.alongside().run());
                store.jobs().cancel(waiting.job().id());
            }
        }
    }

    private List<MessageState> states() {
        return store.messages().about(NO_CASE).stream().map(LedgerRow::state).toList();
    }
}
