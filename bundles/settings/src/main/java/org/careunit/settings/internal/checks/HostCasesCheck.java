package org.careunit.settings.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.Problem;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.sections.DecidedSections;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Checks whether the host provides the services about cases that the unit's settings need. */
@Component(service = ReadinessCheck.class)
public final class HostCasesCheck implements ReadinessCheck {

    private final UnitSettings settings;
    private final AtomicReference<CaseContacts> contacts = new AtomicReference<>();
    private final AtomicReference<ResidentIdentities> identities = new AtomicReference<>();
    private final AtomicReference<ClosedCases> closed = new AtomicReference<>();

    @Activate
    public HostCasesCheck(@Reference UnitSettings settings) {
        this.settings = settings;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setContacts(CaseContacts present) {
        contacts.set(present);
    }

    public void unsetContacts(CaseContacts gone) {
        contacts.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setIdentities(ResidentIdentities present) {
        identities.set(present);
    }

    public void unsetIdentities(ResidentIdentities gone) {
        identities.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setClosed(ClosedCases present) {
        closed.set(present);
    }

    public void unsetClosed(ClosedCases gone) {
        closed.compareAndSet(gone, null);
    }

    @Override
    public String key() {
        return "host-cases";
    }

    @Override
    public String title() {
        return "Plattformens uppgifter om ärenden";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        List<RequiredPort> needs = needs(question.unit());
        return needs.isEmpty()
                ? CheckResult.notNeeded(SettingsProblem.HOST_NOT_NEEDED.with())
                : CheckResult.toFix(needs.stream()
                        .filter(need -> need.port() == null)
                        .map(RequiredPort::lacking)
                        .toList());
    }

    private List<RequiredPort> needs(HsaId unit) {
        List<RequiredPort> needs = new ArrayList<>();
        DecidedSections.by(settings, unit, ResidentReminder.class)
                .filter(ResidentReminder::on)
                .ifPresent(on -> needs.add(
                        new RequiredPort(contacts.get(), SettingsProblem.NO_CONTACTS.with(CheckResult.SUPPORT))));
        DecidedSections.by(settings, unit, RecordSystemNotification.class)
                .filter(RecordSystemNotification::on)
                .ifPresent(on -> needs.add(
                        new RequiredPort(identities.get(), SettingsProblem.NO_IDENTITIES.with(CheckResult.SUPPORT))));
        DecidedSections.by(settings, unit, ArchiveExport.class)
                .ifPresent(decided -> needs.add(
                        new RequiredPort(closed.get(), SettingsProblem.NO_CLOSED_CASES.with(CheckResult.SUPPORT))));
        return needs;
    }

    /** A host service, null if absent, and the problem to report then. */
    private record RequiredPort(Object port, Problem lacking) {}
}
