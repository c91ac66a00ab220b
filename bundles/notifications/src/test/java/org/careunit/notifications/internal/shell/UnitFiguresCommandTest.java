package org.careunit.notifications.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.MonthFigures.Spread;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command that shows a unit's figures: as a table, as CSV and as JSON. */
class UnitFiguresCommandTest {

    private static final Spread NONE = new Spread(OptionalDouble.empty(), OptionalDouble.empty());

    private final List<YearMonth> asked = new ArrayList<>();
    private List<MonthFigures> known;
    private UnitFiguresCommand command;

    @BeforeEach
    void prepare() {
        known = List.of(
                new MonthFigures(
                        YearMonth.of(2026, 3),
                        new CaseTypeKey("kontakta-mig"),
                        10,
                        1,
                        3,
                        2,
                        6,
                        6,
                        5,
                        new Spread(OptionalDouble.of(1), OptionalDouble.of(2.5)),
                        new Spread(OptionalDouble.of(3), OptionalDouble.of(7)),
                        4),
                new MonthFigures(
                        YearMonth.of(2026, 4), new CaseTypeKey("boka-tid"), 1, 0, 1, 0, 0, 0, 0, NONE, NONE, 0));
        command = new UnitFiguresCommand();
        command.unit = "SE1111111111-UNIT1";
        command.clock = Clock.fixed(Instant.parse("2026-03-31T22:30:00Z"), ZoneOffset.UTC);
        command.figures = Stub.of(UnitFigures.class, "months", given -> {
            asked.clear();
            asked.add((YearMonth) given[2]);
            asked.add((YearMonth) given[3]);
            return known;
        });
    }

    @Test
    void theTableHasALineForEachMonthAndType() {
        String table = run(command);
        assertThat(table)
                .contains("month", "in-time", "answer-90", "reminders")
                .containsPattern("2026-03.*kontakta-mig.*10.*1.*3.*2.*6.*62\\.5 %.*1\\.0.*2\\.5.*3\\.0.*7\\.0.*4");
        assertThat(table.lines().filter(line -> line.startsWith("2026-"))).hasSize(2);
    }

    @Test
    void csvHasOneLineOfNamesAndNoTable() {
        command.csv = true;
        assertThat(run(command).lines())
                .containsExactly(
                        "month;type;received;withdrawn;open;overdue;answered;in-time;first-reply-median;"
                                + "first-reply-90;answer-median;answer-90;reminders",
                        "2026-03;kontakta-mig;10;1;3;2;6;62.5 %;1.0;2.5;3.0;7.0;4",
                        "2026-04;boka-tid;1;0;1;0;0;;;;;;0");
    }

    @Test
    void scriptsGetNumbersByTheirNames() {
        assertThat(runForScripts(command))
                .startsWith("[{\"month\":\"2026-03\",\"type\":\"kontakta-mig\",\"received\":10,")
                .contains("\"in-time\":\"62.5 %\"", "\"answer-median\":\"3.0\"", "\"reminders\":4")
                .contains("\"month\":\"2026-04\"", "\"in-time\":\"\"");
    }

    @Test
    void aMonthWithoutCasesSaysSo() {
        known = List.of();
        assertThat(run(command)).contains("No case was received then.");
        assertThat(runForScripts(command)).startsWith("[]");
    }

    /** By Swedish time it is April already. */
    @Test
    void theMonthIsTheCurrentOneUnlessOneIsSaid() {
        run(command);
        assertThat(asked).containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 4));
        command.from = "2026-01";
        command.until = "2026-03";
        run(command);
        assertThat(asked).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 3));
    }

    @Test
    void whatIsNoMonthIsRefusedByItsOption() {
        command.until = "mars";
        assertThat(run(command)).contains("--until", "2026-01");
    }
}
