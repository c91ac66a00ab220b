package org.careunit.notifications.internal.figures;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.careunit.api.access.AccessControl;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.settings.UnitSettings;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.storage.CaseMonths;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Jobs.Waiting;

/** The figures' parts on a store of a test. */
public final class Figures {

    private final TestStore store;
    private final UnitFigures service;
    private final FiguresHold hold;
    private final StoreMonth storing;

    public Figures(
            TestStore store,
            CaseTypeChoices choices,
            CaseTypeCatalogue catalogue,
            UnitSettings settings,
            AccessControl access,
            Clock clock) {
        this.store = store;
        CaseMonths months = store.node.service(CaseMonths.class);
        MonthCounts counts = new MonthCounts(
                months,
                new CaseReader(store.events()),
                new HandlingTimes(store.units(), choices, catalogue),
                settings,
                clock);
        service = new CountedFigures(access, months, counts);
        hold = new FiguresHold(months, store.jobs());
        storing = new StoreMonth(months, counts, clock);
    }

    public UnitFigures service() {
        return service;
    }

    /** As retention asks. */
    public Set<CaseRef> hold(Collection<StoredCase> ended) {
        return store.transactions().call(() -> hold.needed(ended));
    }

    /** Does what the engine would. */
    public void runStoreJobs() {
        store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(storing.type()))
                .forEach(job -> store.transactions()
                        .run(() -> storing.run(job).alongside().run()));
    }
}
