package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.SmsChannel;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.ledger.LedgerReports;
import org.careunit.notifications.internal.ledger.MatchReceipts;
import org.careunit.notifications.internal.ledger.PartReceipts;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.texts.SmsTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.Stub;

/** SMS from the ledger of one store to a gateway, and their receipts back; one handler wants each case by SMS. */
public final class SmsStoryParts {

    private static final StaffId HANDLER = new StaffId("SE1111111111-H1");
    private static final int AT_ONCE = 500;

    private final TestStore store;
    private final Recipients recipients;
    private final UnitRules rules;
    private final SmsChannel sms;
    private final Outbox outbox;
    private final PartReceipts receipts;

    public SmsStoryParts(TestStore store, Path base) {
        this.store = store;
        NotificationsSettings settings =
                new NotificationsSettings(base, Map.of("digestMinutes", "0", "smsPerDay", "1000000"));
        UnitSettings units = settings();
        rules = new UnitRules(units(), units, settings);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), store.clock());
        recipients = new Recipients(units, staff(), regional, store.pseudonyms());
        sms = new SmsChannel(new SmsTexts(rules), rules, store.smsParts(), settings, store.clock());
        outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, store.clock()),
                recipients,
                List.of(sms),
                store.clock());
        LedgerReports reports = new LedgerReports(
                store.transactions(), store.sentMessages(), recipients, store.pseudonyms(), store.clock());
        receipts = new PartReceipts(store.transactions(), store.smsParts(), reports, store.clock());
    }

    /** Takes receipts in. */
    public SmsReceipts receipts() {
        return receipts;
    }

    /** From now on messages leave through a gateway. */
    public void send(SmsGateway gateway) {
        UnitClocks clocks =
                new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), store.clock());
        MessageDispatch dispatch = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, store.clock()), new StaffHours(clocks, store.clock())),
                store.clock());
        store.handle(new SmsChannel.Sending(sms, dispatch, gateway, store.jobs()));
    }

    /** From now on receipts that came before the answer find their parts. */
    public void match() {
        store.handle(new MatchReceipts(receipts, store.smsParts(), store.jobs(), store.clock()));
    }

    /** Adds that many messages, each with its row of the ledger and its job. */
    public void backlog(HsaId unit, int messages) {
        for (int from = 0; from < messages; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, messages - from);
            store.transactions().run(() -> IntStream.range(0, some).forEach(i -> tell(unit)));
        }
    }

    private void tell(HsaId unit) {
        String event = UUID.randomUUID().toString();
        CaseRef subject = new CaseRef(unit, event);
        store.cases().add(List.of(given(subject)));
        outbox.add(new News(Topic.GIVEN, event, subject), List.of(recipients.ofMember(unit, HANDLER)));
    }

    private static StoredCase given(CaseRef subject) {
        return new StoredCase(
                subject,
                StoredCase.Phase.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(HANDLER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Units units() {
        return Stub.of(
                Units.class,
                "find",
                asked -> Optional.of(
                        new CareUnit((HsaId) asked[1], new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN)));
    }

    private static UnitSettings settings() {
        return Stub.of(
                UnitSettings.class,
                Map.of(
                        "names",
                        asked -> UnitNames.NONE,
                        "read",
                        asked -> asked[2] == Simulated.class
                                ? new Versioned<>(Simulated.OFF, 0)
                                : new Versioned<>(StaffMessages.DEFAULT, 0)));
    }

    private static PersonalSettings staff() {
        Profile profile = new Profile(
                HANDLER,
                new HsaId("SE1111111111-UNIT1"),
                "Test Testsson",
                "Test Testsson",
                Optional.empty(),
                Optional.of(new TelephoneNumber("+46701234567")),
                false,
                PersonalChoices.NONE,
                0,
                Optional.empty(),
                List.of());
        return Stub.of(PersonalSettings.class, "read", asked -> profile);
    }
}
