package org.careunit.settings.internal.archive;

import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.Archives;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.ArchiveRuns;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.UnitSections;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells of the archive that is installed, and asks it. */
@Component
public final class ArchiveRunsComponent implements ArchiveRuns {

    private final AccessControl access;
    private final UnitSections.Store store;
    private final OptionalServices neighbours;
    private final ArchiveCalendar calendar;

    @Activate
    public ArchiveRunsComponent(@Reference AccessControl access, @Reference SettingsContext kept) {
        this.access = access;
        store = kept.store();
        neighbours = kept.neighbours();
        calendar = new ArchiveCalendar(neighbours, new EffectiveSection(store.stores()));
    }

    @Override
    public Standing standing(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return calendar.of(store.stores().units().require(unit));
    }

    @Override
    public void runNow(Actor actor, HsaId unit) {
        access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit));
        store.stores().units().require(unit);
        Archives archive = neighbours
                .archives()
                .orElseThrow(
                        () -> new UnavailableException("No archive is installed, so nothing can be exported to one"));
        store.transactions().run(() -> {
            archive.runNow(unit);
            store.audit().append(unit, actor.label(), "archive.run", "an export was asked for");
        });
    }
}
