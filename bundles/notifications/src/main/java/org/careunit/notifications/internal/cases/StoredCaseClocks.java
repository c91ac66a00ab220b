package org.careunit.notifications.internal.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.notifications.internal.clocks.CaseClocks;
import org.careunit.notifications.internal.clocks.CaseProgress;
import org.careunit.notifications.internal.clocks.CaseProgress.Rest;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.clocks.Forecast;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredProgress;

/** Converts between a stored case and what the clocks need of it, and sets when its clocks are due. Pure. */
public final class StoredCaseClocks {

    private StoredCaseClocks() {}

    /** The clocks' input from a case. */
    public static CaseProgress progress(StoredCase stored) {
        StoredProgress known = stored.progress();
        return new CaseProgress(
                known.round(),
                stored.receivedAt().isPresent(),
                known.startedAt(),
                known.rests().stream()
                        .map(rest -> new Rest(rest.from(), rest.until()))
                        .toList(),
                known.firstReplyAt(),
                known.answeredAt(),
                stored.handled(),
                known.residentDone(),
                clocks(known.reminded()));
    }

    /** The forecasts of the clocks of a case. */
    public static Map<CaseClock, Forecast> forecast(StoredCase stored, ClockSettings settings, Instant now) {
        return CaseClocks.forecast(progress(stored), settings, now);
    }

    /** Which clocks remind now, each with the moment it was due. */
    public static Map<CaseClock, Instant> remindingNow(StoredCase stored, ClockSettings settings, Instant now) {
        Map<CaseClock, Instant> reminding = new EnumMap<>(CaseClock.class);
        forecast(stored, settings, now).forEach((clock, forecast) -> {
            if (forecast instanceof Forecast.Reminds reminds
                    && !reminds.leaves().isAfter(now)) {
                reminding.put(clock, reminds.due());
            }
        });
        return reminding;
    }

    /** The case with the moments at which its clocks are to be looked at. */
    public static StoredCase scheduled(StoredCase stored, ClockSettings settings, Instant now) {
        Map<CaseClock, Forecast> forecast = forecast(stored, settings, now);
        return due(
                stored,
                first(forecast.get(CaseClock.FIRST_REPLY), forecast.get(CaseClock.OVERDUE)),
                first(forecast.get(CaseClock.UNREAD)));
    }

    /** The case to be looked at then, or never. */
    public static StoredCase due(StoredCase stored, Optional<Instant> staff, Optional<Instant> resident) {
        return new StoredCase(
                stored.ref(),
                stored.phase(),
                stored.caseType(),
                stored.receivedAt(),
                stored.handler(),
                staff,
                resident,
                stored.closedAt(),
                stored.last(),
                stored.progress());
    }

    /** The case after clocks have reminded in its current round. */
    public static StoredCase reminded(StoredCase stored, Set<CaseClock> clocks) {
        CaseProgress progress = progress(stored);
        for (CaseClock clock : clocks) {
            progress = progress.withReminded(clock);
        }
        return with(stored, progress, stored.progress().unansweredReplies());
    }

    /** The case of whose current round exactly these clocks, by their names, have reminded. */
    static StoredCase withReminded(StoredCase stored, Set<String> reminded) {
        CaseProgress progress = progress(stored).withReminded(clocks(reminded));
        return with(stored, progress, stored.progress().unansweredReplies());
    }

    /** The case after a reminder was cancelled by resting: its clock is not used up. */
    public static StoredCase withoutReminder(StoredCase stored, CaseClock clock) {
        return withReminded(
                stored,
                stored.progress().reminded().stream()
                        .filter(name -> !name.equals(clock.name()))
                        .collect(Collectors.toSet()));
    }

    static StoredCase with(StoredCase stored, CaseProgress progress, List<String> unansweredReplies) {
        StoredProgress known = new StoredProgress(
                progress.round(),
                progress.startedAt(),
                progress.rests().stream()
                        .map(rest -> new StoredProgress.Rest(rest.from(), rest.until()))
                        .toList(),
                progress.firstReplyAt(),
                progress.answeredAt(),
                progress.residentDone(),
                progress.reminded().stream().map(CaseClock::name).collect(Collectors.toSet()),
                unansweredReplies,
                progress.running());
        return new StoredCase(
                stored.ref(),
                stored.phase(),
                stored.caseType(),
                stored.receivedAt(),
                stored.handler(),
                stored.staffDue(),
                stored.residentDue(),
                stored.closedAt(),
                stored.last(),
                known);
    }

    private static Set<CaseClock> clocks(Set<String> names) {
        return Arrays.stream(CaseClock.values())
                .filter(clock -> names.contains(clock.name()))
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> first(Forecast... forecasts) {
        return Stream.of(forecasts)
                .flatMap(forecast -> forecast.leaving().stream())
                .min(Instant::compareTo);
    }
}
