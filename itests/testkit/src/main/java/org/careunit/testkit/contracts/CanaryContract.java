package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.events.CaseChange;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.UnitUnderTest;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/**
 * A host's services in Careunit, with a case about {@link Canary#PERSON} from its beginning to the archive: nothing of
 * the person may stand in a log, the ledger, metrics, health, events, or a message.
 *
 * <p>What is printed is searched; where logs are not printed, {@link #logged} has to give them.
 */
public abstract class CanaryContract {

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
            tell(careunit);
            found.addAll(search(careunit));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        found.addAll(search("a log", List.of(printed.toString(StandardCharsets.UTF_8), logged())));
        assertEquals(List.of(), found);
    }

    private void tell(Careunit careunit) {
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
