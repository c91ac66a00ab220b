package org.careunit.notifications.internal.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.storage.CaseMonths;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts the cases that a unit received in a month. */
@Component(service = MonthCounts.class)
public final class MonthCounts {

    private static final Actor US = new SystemActor("notifications");
    private static final int SLICE = 500;

    private final CaseMonths months;
    private final CaseReader reader;
    private final HandlingTimes promises;
    private final UnitSettings settings;
    private final Clock clock;

    @Activate
    public MonthCounts(
            @Reference CaseMonths months,
            @Reference CaseReader reader,
            @Reference HandlingTimes promises,
            @Reference UnitSettings settings,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.months = months;
        this.reader = reader;
        this.promises = promises;
        this.settings = settings;
        this.clock = clock;
    }

    /** One for each type of which a case is known, by its key. */
    List<MonthFigures> count(HsaId unit, YearMonth month) {
        Instant from = begin(month);
        Instant until = begin(month.plusMonths(1));
        HandlingTimes.Promises promised = promises.of(unit);
        ClosedDays calendar = settings.read(US, unit, ClosedDays.class).content();
        Map<CaseTypeKey, MonthCount> counts = new TreeMap<>(Comparator.comparing(CaseTypeKey::value));
        List<StoredCase> slice = months.received(unit, from, until, Optional.empty(), SLICE);
        while (!slice.isEmpty()) {
            slice.forEach(stored -> stored.caseType()
                    .ifPresent(type -> add(
                            stored,
                            type,
                            promised,
                            counts.computeIfAbsent(type, key -> new MonthCount(calendar, clock.instant())))));
            slice = slice.size() < SLICE
                    ? List.of()
                    : months.received(unit, from, until, Optional.of(slice.get(slice.size() - 1)), SLICE);
        }
        Map<String, Long> reminders = months.reminders(unit, from, until);
        return counts.entrySet().stream()
                .map(entry -> entry.getValue()
                        .figures(
                                month,
                                entry.getKey(),
                                reminders.getOrDefault(entry.getKey().value(), 0L)))
                .toList();
    }

    private void add(StoredCase stored, CaseTypeKey type, HandlingTimes.Promises promised, MonthCount count) {
        if (stored.phase() == Phase.WITHDRAWN) {
            count.addWithdrawn();
            return;
        }
        count.add(
                reader.firstRound(stored),
                stored.handled(),
                promised.at(type, stored.receivedAt().orElseThrow()));
    }

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(SwedishTime.ZONE).toInstant();
    }
}
