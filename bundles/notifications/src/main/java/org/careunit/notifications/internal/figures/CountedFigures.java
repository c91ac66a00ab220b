package org.careunit.notifications.internal.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.storage.CaseMonths;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides a unit's figures: counts a month at each request until it is stored. */
@Component
public final class CountedFigures implements UnitFigures {

    private final AccessControl access;
    private final CaseMonths months;
    private final MonthCounts counts;

    @Activate
    public CountedFigures(
            @Reference AccessControl access, @Reference CaseMonths months, @Reference MonthCounts counts) {
        this.access = access;
        this.months = months;
        this.counts = counts;
    }

    @Override
    public List<MonthFigures> months(Actor actor, HsaId unit, YearMonth from, YearMonth until) {
        access.require(actor, Operation.READ_FIGURES, new Target.Unit(unit));
        if (until.isBefore(from) || !until.isBefore(from.plusMonths(MOST_MONTHS))) {
            throw NotificationProblem.MONTHS.refused(MOST_MONTHS);
        }
        return Stream.iterate(from, month -> !month.isAfter(until), month -> month.plusMonths(1))
                .flatMap(month -> month(unit, month).stream())
                .toList();
    }

    private List<MonthFigures> month(HsaId unit, YearMonth month) {
        Map<String, String> stored = months.stored(unit, month);
        return stored.isEmpty()
                ? counts.count(unit, month)
                : stored.entrySet().stream()
                        .map(entry -> FiguresText.read(month, new CaseTypeKey(entry.getKey()), entry.getValue()))
                        .toList();
    }
}
