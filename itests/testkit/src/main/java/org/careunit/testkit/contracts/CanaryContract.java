package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.careunit.api.access.Target;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.events.CaseChange;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.UnitUnderTest;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/**
 * A host's services in Careunit, with a case about {@link Canary#PERSON} from its beginning to the archive: nothing of
 * the person may stand in a log, the ledger, the audit trail, explanations, the checklist, runs of the archive,
 * figures, metrics, health, events, or a message.
 *
 * <p>What is printed is searched; where logs are not printed, {@link #logged} has to give them.
 */
public abstract class CanaryContract {

    private static final Actor OPERATOR = new Actor.Operator("testkit");
    private static final int MOST_ROWS = 100;

    /** Makes the host's services known by {@link Careunit#setHost}, with a case about {@link Canary#PERSON}. */
    protected abstract void connect(Careunit careunit, CaseRef ref);

    /** Has the host know that the case is over, and give it to the archive with the words of {@link Canary#PERSON}. */
    protected abstract void end(Careunit careunit, CaseRef ref);

    /** Logs that are not printed to the standard streams. */
    protected String logged() {
        return "";
    }

    @Test
    void thePersonTurnsUpNowhere() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        List<String> found = new ArrayList<>();
        try (Careunit careunit = Careunit.start()) {
            CaseRef ref = tell(careunit);
            found.addAll(search(careunit));
            found.addAll(searchAnswers(careunit, ref));
            found.addAll(search("what the kit prints", printed(careunit)));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        found.addAll(search("a log", List.of(printed.toString(StandardCharsets.UTF_8), logged())));
        assertEquals(List.of(), found);
    }

    /** What else is searched. */
    List<String> printed(Careunit careunit) {
        return List.of();
    }

    private CaseRef tell(Careunit careunit) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KANARIE");
        CaseRef ref = unit.caseOf("kanarie-1");
        connect(careunit, ref);
        notifyRecordSystem(careunit, unit);
        careunit.happens(ref, new CaseChange.Received(unit.type()));
        careunit.happens(ref, new CaseChange.Answered());
        careunit.advance(Duration.ofDays(10), Duration.ofHours(6));
        careunit.happens(ref, new CaseChange.Closed());
        archive(careunit, unit, ref);
        assertTrue(
                careunit.mail().sent().stream()
                        .anyMatch(mail -> mail.to().value().equals(Canary.PERSON.email())),
                "the resident was not reminded, so CaseContacts does not know the case");
        assertTrue(
                careunit.recordSystem().notices().stream()
                        .anyMatch(notice -> notice.resident().isPresent()),
                "the record system was not told who the case is about");
        assertTrue(!careunit.archive().delivered().isEmpty(), "the case did not reach the archive");
        return ref;
    }

    private static void notifyRecordSystem(Careunit careunit, UnitUnderTest unit) {
        careunit.recordSystem().setMayNameResident(true);
        careunit.connectRecordSystem(unit.id());
        careunit.service(RecordSystemTests.class).test(unit.asAdministrator(), unit.id());
        save(careunit, unit, new RecordSystemNotification(true));
    }

    private void archive(Careunit careunit, UnitUnderTest unit, CaseRef ref) {
        end(careunit, ref);
        save(careunit, unit, new ArchiveExport(Period.ofMonths(1)));
        careunit.advance(Duration.ofHours(1));
        careunit.service(ArchiveRuns.class).runNow(unit.asAdministrator(), unit.id());
        careunit.advance(Duration.ofHours(1), Duration.ofMinutes(5));
    }

    private static <S extends org.careunit.api.settings.Section> void save(
            Careunit careunit, UnitUnderTest unit, S section) {
        UnitSettings settings = careunit.service(UnitSettings.class);
        long version = settings.read(unit.asAdministrator(), unit.id(), section.getClass())
                .version();
        settings.save(unit.asAdministrator(), unit.id(), section, version);
        careunit.awaitIdle();
    }

    private static List<String> search(Careunit careunit) {
        List<String> found = new ArrayList<>();
        found.addAll(search("the ledger", careunit.observed().ledger()));
        found.addAll(search("metrics", List.of(careunit.observed().metrics().toString())));
        found.addAll(search("health", careunit.observed().health()));
        found.addAll(search("an event", careunit.observed().events()));
        found.addAll(search(
                "an e-mail",
                careunit.mail().sent().stream().map(CanaryContract::words).toList()));
        found.addAll(search(
                "an SMS", careunit.sms().sent().stream().map(OutgoingSms::text).toList()));
        return found;
    }

    /** What operations say about the unit and the case. */
    private static List<String> searchAnswers(Careunit careunit, CaseRef ref) {
        HsaId unit = ref.unit();
        List<AuditRow> audit = new ArrayList<>();
        for (Target target : List.of(new Target.Unit(unit), new Target.Platform())) {
            audit.addAll(careunit.service(AuditTrails.class)
                    .read(OPERATOR, target, Instant.EPOCH, Instant.MAX, PageRequest.first(MOST_ROWS))
                    .rows());
        }
        YearMonth month = YearMonth.from(
                careunit.clock().instant().atZone(careunit.clock().getZone()));
        Map<String, Object> answers = Map.of(
                "the audit trail",
                audit,
                "explanations",
                careunit.service(CaseExplanations.class).why(OPERATOR, ref),
                "the checklist",
                careunit.service(Readiness.class).of(OPERATOR, unit),
                "the archive's runs",
                careunit.service(ArchiveRuns.class).runs(OPERATOR, unit, PageRequest.first(MOST_ROWS)),
                "figures",
                careunit.service(UnitFigures.class).months(OPERATOR, unit, month, month));
        List<String> found = new ArrayList<>();
        answers.forEach((where, answer) -> found.addAll(search(where, List.of(answer.toString()))));
        return found;
    }

    private static String words(OutgoingMail mail) {
        return mail.subject() + "\n" + mail.text();
    }

    private static List<String> search(String where, List<String> texts) {
        return texts.stream()
                .flatMap(text -> Canary.PERSON.foundIn(text).stream())
                .distinct()
                .map(what -> String.format(Locale.ROOT, "%s of the person in %s", what, where))
                .toList();
    }
}
