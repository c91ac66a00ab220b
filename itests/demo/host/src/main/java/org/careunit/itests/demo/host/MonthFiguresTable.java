package org.careunit.itests.demo.host;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.UnitFigures;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows the figures of the unit of {@link CaseLife}, in which its case counts. */
@Component(service = MonthFiguresTable.class)
public final class MonthFiguresTable implements Chapter {

    private final UnitFigures figures;
    private final MovableClock clock;

    @Activate
    public MonthFiguresTable(@Reference UnitFigures figures, @Reference MovableClock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public void tell(Report report, Polling patience) {
        YearMonth now = YearMonth.from(clock.local());
        List<MonthFigures> months =
                figures.months(LifeSettings.ADMINISTRATOR, CaseLife.CASE.unit(), now.minusMonths(1), now);
        Table table = report.add(new Table(
                Report.FIGURES,
                "Month",
                "Case type",
                "Received",
                "Answered",
                "In time",
                "Days to first reply",
                "Days to answer",
                "Reminders to staff"));
        months.forEach(month -> table.add(
                month.month().toString(),
                month.caseType().value(),
                Long.toString(month.received()),
                Long.toString(month.answered()),
                share(month.shareInTime()),
                days(month.firstReply()),
                days(month.answer()),
                Long.toString(month.reminders())));
        report.check(
                "the unit's figures count the case, its answer after the promised days and the reminders by both channels",
                months.size() == 1
                        && months.get(0).received() == 1
                        && months.get(0).answered() == 1
                        && months.get(0).inTime() == 0
                        && months.get(0).reminders() == 4);
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble()) : "";
    }

    private static String days(MonthFigures.Spread spread) {
        return spread.median().isPresent()
                ? String.format(Locale.ROOT, "%.0f", spread.median().getAsDouble())
                : "";
    }
}
