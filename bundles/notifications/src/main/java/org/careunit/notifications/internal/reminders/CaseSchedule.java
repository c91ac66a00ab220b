package org.careunit.notifications.internal.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.storage.StoredCase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets when the clocks of a case are due, by the settings in force now. */
@Component(service = CaseSchedule.class)
public final class CaseSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(CaseSchedule.class);

    private final UnitClocks clocks;
    private final Clock clock;

    @Activate
    public CaseSchedule(@Reference UnitClocks clocks, @Reference(target = "(careunit=internal)") Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Loads the clock settings of a unit into the cache, so that a transaction need not read them. */
    public void prepare(HsaId unit) {
        try {
            clocks.of(unit, Optional.empty());
        } catch (CareunitException notNow) {
            LOG.debug("The clocks of {} cannot be calculated now", unit, notNow);
        }
    }

    /**
     * The case with the moments at which its clocks are to be looked at. Where they cannot be calculated now, that is
     * at once: whoever looks then calculates them, and taking in events does not wait for it.
     */
    public StoredCase scheduled(StoredCase stored) {
        Instant now = clock.instant();
        try {
            return clocks.of(stored.ref().unit(), stored.caseType())
                    .map(settings -> StoredCaseClocks.scheduled(stored, settings, now))
                    .orElseGet(() -> StoredCaseClocks.due(stored, Optional.empty(), Optional.empty()));
        } catch (CareunitException notNow) {
            LOG.debug(
                    "The clocks of a case of {} are calculated later",
                    stored.ref().unit(),
                    notNow);
            Optional<Instant> soon = stored.progress().running() ? Optional.of(now) : Optional.empty();
            return StoredCaseClocks.due(stored, soon, Optional.empty());
        }
    }

    /**
     * The settings in force for a case; empty for a unit that sends no reminders.
     *
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now
     */
    public Optional<ClockSettings> settings(StoredCase stored) {
        return clocks.of(stored.ref().unit(), stored.caseType());
    }

    /** As {@link UnitClocks#fingerprint}. */
    String fingerprint(HsaId unit) {
        return clocks.fingerprint(unit);
    }

    public Instant now() {
        return clock.instant();
    }
}
