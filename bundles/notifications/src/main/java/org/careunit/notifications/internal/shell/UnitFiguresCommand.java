package org.careunit.notifications.internal.shell;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.identity.HsaId;
import org.careunit.api.time.SwedishTime;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "unit-figures",
        description = "Shows a unit's figures by month of receipt and case type; no person is in them")
public class UnitFiguresCommand extends OperatorCommand {

    private static final String[] COLUMNS = {
        "month",
        "type",
        "received",
        "withdrawn",
        "open",
        "overdue",
        "answered",
        "in-time",
        "first-reply-median",
        "first-reply-90",
        "answer-median",
        "answer-90",
        "reminders"
    };

    @Option(name = "--from", description = "The first month, such as 2026-01; the current one if it is left out")
    String from;

    @Option(name = "--until", description = "The last month; the first one if it is left out")
    String until;

    @Option(name = "--csv", description = "Answer as CSV, with semicolons")
    boolean csv;

    @Argument(name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    UnitFigures figures;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        YearMonth first = month("--from", from, YearMonth.from(clock.instant().atZone(SwedishTime.ZONE)));
        List<MonthFigures> all = figures.months(operator(), HsaId.of(unit), first, month("--until", until, first));
        Listing listing = csv ? Listing.of("csv").plain() : Listing.of(COLUMNS).whenEmpty("No case was received then.");
        if (csv) {
            listing.row(String.join(";", COLUMNS));
        }
        all.forEach(one -> listing.row(csv ? new Object[] {line(one)} : cells(one)));
        return listing;
    }

    private static YearMonth month(String option, String written, YearMonth usual) {
        try {
            return written == null ? usual : YearMonth.parse(written.strip());
        } catch (DateTimeParseException wrong) {
            throw CommandProblem.ARGUMENT.refused(option + ": write a month as year and month, for example 2026-01");
        }
    }

    private static Object[] cells(MonthFigures one) {
        return new Object[] {
            one.month(),
            one.caseType(),
            one.received(),
            one.withdrawn(),
            one.open(),
            one.overdue(),
            one.answered(),
            share(one.shareInTime()),
            number(one.firstReply().median()),
            number(one.firstReply().ninetieth()),
            number(one.answer().median()),
            number(one.answer().ninetieth()),
            one.reminders()
        };
    }

    private static String line(MonthFigures one) {
        return String.join(";", Stream.of(cells(one)).map(String::valueOf).toList());
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "";
    }

    private static String number(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.1f", days.getAsDouble()) : "";
    }
}
