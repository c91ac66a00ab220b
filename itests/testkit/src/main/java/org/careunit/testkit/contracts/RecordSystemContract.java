package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Contract of a {@link RecordSystem}: the same notice twice is one task, and each kind of notice is accepted. */
public abstract class RecordSystemContract extends GatewayContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-JOURNAL");
    private static final Instant TIME = Instant.parse("2026-03-02T08:00:00Z");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_FINGERPRINT = 200;

    private volatile CaseNotice last = notice(Kind.CREATED, "first");

    /** The service under test. */
    protected abstract RecordSystem service();

    /** How many tasks the record system has for a case, ended ones too. */
    protected abstract int tasks(CaseRef ref);

    private CaseNotice notice(Kind kind, String caseId) {
        return new CaseNotice(
                UUID.randomUUID(),
                kind,
                new CaseRef(UNIT, caseId),
                1,
                TIME,
                Optional.of(Canary.PERSON.identity()),
                false);
    }

    @Override
    DeliveryResult sendOne() {
        last = notice(Kind.CREATED, "case-" + UUID.randomUUID());
        return sendAgain();
    }

    @Override
    DeliveryResult sendAgain() {
        return send(last);
    }

    private DeliveryResult send(CaseNotice notice) {
        return HostServiceContract.assertAnswered(
                        service().send(service().mayNameResident() ? notice : notice.withoutResident()))
                .result();
    }

    @Test
    void theSameNoticeTwiceIsOneTask() {
        sendOne();
        sendAgain();
        assertEquals(1, tasks(last.ref()));
    }

    @Test
    void aCaseIsCompletedOrCancelled() {
        for (Kind end : new Kind[] {Kind.COMPLETED, Kind.CANCELLED}) {
            CaseNotice begin = notice(Kind.CREATED, "ends-" + end);
            assertEquals(DeliveryStatus.ACCEPTED, send(begin).status());
            assertEquals(
                    DeliveryStatus.ACCEPTED,
                    send(begin.withId(UUID.randomUUID()).withKind(end)).status());
            assertEquals(1, tasks(begin.ref()));
        }
    }

    @Test
    void aCaseThatWasReopenedIsAnotherTask() {
        CaseNotice first = notice(Kind.CREATED, "reopened");
        send(first);
        send(first.withId(UUID.randomUUID()).withKind(Kind.COMPLETED));
        assertEquals(
                DeliveryStatus.ACCEPTED,
                send(first.withId(UUID.randomUUID()).withRound(2)).status());
        assertEquals(2, tasks(first.ref()));
    }

    @Test
    void aTestMessageIsAccepted() {
        assertEquals(
                DeliveryStatus.ACCEPTED,
                send(notice(Kind.CREATED, "test").withIsTest(true)).status());
    }

    @Test
    void nameAndFingerprintStayTheSame() {
        assertFalse(service().name().isBlank() || service().name().length() > LONGEST_NAME);
        String fingerprint = service().fingerprint();
        assertTrue(fingerprint.length() >= 1 && fingerprint.length() <= LONGEST_FINGERPRINT);
        takeAway();
        try {
            assertEquals(fingerprint, service().fingerprint(), "an outage would void the passed test message");
        } finally {
            giveBack();
        }
    }
}
