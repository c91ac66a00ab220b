package org.careunit.itests.demo.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.events.CaseChange;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.paging.PageRequest;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.careunit.itests.demo.host.ports.EndedCases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the unit of {@link CaseLife} export its ended cases to the archive. */
@Component(service = ArchivedUnit.class)
public final class ArchivedUnit implements Chapter {

    private static final HsaId UNIT = CaseLife.CASE.unit();
    private static final CaseRef SECOND = new CaseRef(UNIT, "DEMO-0102");
    private static final int RUNS = 10;

    private final ArchiveRuns runs;
    private final EndedCases ended;
    private final EventDelivery doors;
    private final MovableClock clock;

    @Activate
    public ArchivedUnit(
            @Reference ArchiveRuns runs,
            @Reference EndedCases ended,
            @Reference EventDelivery doors,
            @Reference MovableClock clock) {
        this.runs = runs;
        this.ended = ended;
        this.doors = doors;
        this.clock = clock;
    }

    @Override
    public void tell(Report report, Polling patience) throws InterruptedException {
        Instant now = clock.instant();
        doors.raise(CaseLife.CASE, new CaseChange.AnswerRead(), now);
        doors.raise(CaseLife.CASE, new CaseChange.Closed(), now);
        ended.add(ended(CaseLife.CASE, now.minus(Duration.ofDays(12)), now));
        ended.add(ended(SECOND, now.minus(Duration.ofDays(3)), now));
        clock.moveTo(clock.local().plusMinutes(1));
        runs.runNow(LifeSettings.ADMINISTRATOR, UNIT);
        patience.until("the unit's cases are in the archive", () -> finished().isPresent());
        show(report, finished().orElseThrow());
    }

    /** A case with all that was written in it, and a file that came along. */
    private static ClosedCase ended(CaseRef subject, Instant receivedAt, Instant endedAt) {
        StaffId handler = Registration.id(CaseLife.UNIT.staff().get(3));
        return new ClosedCase(
                subject,
                LifeSettings.TYPE,
                receivedAt,
                endedAt,
                Optional.empty(),
                List.of(
                        new Message(receivedAt, Optional.empty(), "Hej! Jag behöver förnya mitt recept."),
                        new Message(endedAt, Optional.of(handler), "Receptet är förnyat. Du kan hämta det i dag.")),
                List.of(new Attachment("Läkemedelslista.pdf", "application/pdf", ArchivedUnit::pdf)));
    }

    private static ByteArrayInputStream pdf() {
        return new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(UTF_8));
    }

    private Optional<ArchiveRun> finished() {
        return runs.runs(LifeSettings.ADMINISTRATOR, UNIT, PageRequest.first(RUNS)).rows().stream()
                .filter(run ->
                        run.stage() == ArchiveRun.Stage.DONE && run.stored().isPresent())
                .findFirst();
    }

    private void show(Report report, ArchiveRun run) {
        Table table = report.add(new Table(Report.ARCHIVED, "Package", "Cases", "Confirmed by the host", "SHA-256"));
        table.add(
                run.packageName(),
                Long.toString(run.counts().cases()),
                Long.toString(run.counts().confirmed()),
                run.stored().orElseThrow().sha256());
        report.check(
                "a unit's ended cases are in the archive, and the host has confirmed it",
                ended.confirmed().equals(List.of(CaseLife.CASE, SECOND)));
    }
}
