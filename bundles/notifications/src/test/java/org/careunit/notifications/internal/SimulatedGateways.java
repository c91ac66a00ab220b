package org.careunit.notifications.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.Life.Outage;
import org.careunit.notifications.internal.Life.Outage.What;
import org.careunit.notifications.internal.SimulatedGateways.Heard.Answer;
import org.careunit.notifications.model.Way;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;

/**
 * A mail server, an SMS gateway, a record system and what the host knows of residents, for simulated lives; out at
 * times, as the life says. Remembers what each of them was handed.
 */
final class SimulatedGateways {

    /** Numbers abroad, where no SMS may go. */
    static final String ABROAD = "+47";

    /** Numbers of which the gateway refuses a part. */
    static final String REFUSED = "+4679";

    final List<Taken> taken = new ArrayList<>();
    final List<Heard> heard = new ArrayList<>();

    /** Notices that the record system surely has not carried out. */
    final List<CaseNotice> declined = new ArrayList<>();

    private final TestStore store;
    private final Supplier<Instant> now;
    private Optional<Outage> outage = Optional.empty();
    private int endpoint;

    /**
     * What a gateway was handed and decided on: the message, and the rows that it told of.
     *
     * @param validUntil until when an SMS may arrive
     */
    record Taken(
            Instant at,
            UUID id,
            String address,
            String text,
            Optional<Instant> validUntil,
            DeliveryStatus status,
            List<LedgerRow> rows) {}

    /** What the record system was sent, and what it answered. */
    record Heard(CaseNotice notice, Answer answer) {

        enum Answer {
            ACCEPTED,
            /** Nobody knows whether it was carried out. */
            NONE,
            REFUSED
        }
    }

    SimulatedGateways(TestStore store, Supplier<Instant> now) {
        this.store = store;
        this.now = now;
    }

    void beginAnew() {
        outage = Optional.empty();
        forget();
    }

    void forget() {
        taken.clear();
        heard.clear();
        declined.clear();
    }

    void fails(Optional<Outage> present) {
        outage = present;
        if (is(What.RECORDS_CHANGED)) {
            endpoint++;
        }
    }

    /** When what is out now will be back. */
    Optional<Instant> back() {
        return outage.map(Outage::until);
    }

    private boolean is(What what) {
        return outage.filter(present -> present.what() == what).isPresent();
    }

    static Identity resident(CaseRef ref) {
        String number = String.format(Locale.ROOT, "2000010100%02d", Life.number(ref));
        return new Identity(new PersonNumber(number), Optional.empty());
    }

    /** Who the resident of a case is. */
    Optional<Identity> identity(CaseRef ref) {
        if (is(What.HOST) || (is(What.HOST_OF_ONE) && Life.number(ref) == 0)) {
            throw new UnavailableException("The host is out");
        }
        return Optional.of(resident(ref));
    }

    /** @throws UnavailableException while the host is out */
    void requireHost() {
        if (is(What.HOST)) {
            throw new UnavailableException("The host is out");
        }
    }

    private List<LedgerRow> leaving(UUID id) {
        return store.messages().ofMessage(id).stream()
                .filter(row -> row.state() == MessageState.SENDING)
                .toList();
    }

    /** The mail server. */
    final class Mail implements MailGateway {

        @Override
        public Runnable onRecovery(Runnable listener) {
            return () -> {};
        }

        @Override
        public DeliveryResult send(OutgoingMail mail) {
            if (is(What.MAIL_AWAY)) {
                return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "no connection");
            }
            if (is(What.MAIL_REFUSING)) {
                return new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451 later");
            }
            taken.add(new Taken(
                    now.get(),
                    mail.id(),
                    mail.to().value(),
                    mail.subject(),
                    Optional.empty(),
                    DeliveryStatus.ACCEPTED,
                    leaving(mail.id())));
            return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
        }
    }

    /** The SMS gateway. */
    final class Sms implements SmsGateway {

        @Override
        public DeliveryResult send(OutgoingSms sms) {
            if (is(What.SMS_UNBOUND)) {
                return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "not bound");
            }
            if (is(What.SMS_THROTTLED)) {
                return new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "throttled");
            }
            String number = sms.to().e164();
            DeliveryStatus status = number.startsWith(ABROAD)
                    ? DeliveryStatus.NOT_ALLOWED
                    : number.startsWith(REFUSED) ? DeliveryStatus.PERMANENT_FAILURE : DeliveryStatus.ACCEPTED;
            taken.add(new Taken(
                    now.get(),
                    sms.id(),
                    Way.TELEPHONE + number,
                    sms.text(),
                    sms.validUntil(),
                    status,
                    leaving(sms.id())));
            return status == DeliveryStatus.ACCEPTED
                    ? new DeliveryResult(status, "taken", List.of(sms.id() + "-1", sms.id() + "-2"))
                    : new DeliveryResult(status, "part 2 of 2 refused");
        }

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public Runnable onRecovery(Runnable listener) {
            return () -> {};
        }
    }

    /** The unit's record system. */
    final class Records implements RecordSystem {

        @Override
        public String name() {
            return "Simulated";
        }

        @Override
        public String fingerprint() {
            return "endpoint " + endpoint;
        }

        @Override
        public boolean mayNameResident() {
            return true;
        }

        @Override
        public RecordSystemAnswer send(CaseNotice notice) {
            if (notice.isTest()) {
                return RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "test");
            }
            if (is(What.RECORDS_AWAY)) {
                declined.add(notice);
                return RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, "no connection");
            }
            if (is(What.RECORDS_BUSY)) {
                declined.add(notice);
                return RecordSystemAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, "503");
            }
            if (is(What.RECORDS_SILENT)) {
                heard.add(new Heard(notice, Answer.NONE));
                return RecordSystemAnswer.none("no answer");
            }
            if (is(What.RECORDS_REFUSING)) {
                heard.add(new Heard(notice, Answer.REFUSED));
                return RecordSystemAnswer.of(DeliveryStatus.TECHNICAL_FAILURE, "AR");
            }
            heard.add(new Heard(notice, Answer.ACCEPTED));
            return RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "AA");
        }
    }
}
