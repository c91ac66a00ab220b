package org.careunit.itests.checks;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.TestMessages;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsStates;
import org.careunit.api.units.Regions;
import org.careunit.api.units.Units;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.UnitUnderTest;

/** Operations of all services by their names, each ready to be called by anybody. */
final class ServiceOperations {

    private final Map<String, Consumer<Actor>> operations = new LinkedHashMap<>();
    private final Set<Class<?>> services = new LinkedHashSet<>();
    private final Careunit careunit;
    private final UnitUnderTest unit;
    private final HsaId id;
    private final CaseTypeKey type;
    private final Instant now;

    ServiceOperations(Careunit careunit, UnitUnderTest unit) {
        this.careunit = careunit;
        this.unit = unit;
        id = unit.id();
        type = unit.type();
        now = careunit.clock().instant();
    }

    /** All of them. */
    Map<String, Consumer<Actor>> all() {
        units();
        permissions();
        settings();
        caseTypes();
        residents();
        terms();
        work();
        return operations;
    }

    /** The services that they are of. */
    Set<Class<?>> services() {
        all();
        return services;
    }

    private <T> void add(Class<T> service, String operation, Call<T> call) {
        T called = careunit.service(service);
        services.add(service);
        operations.put(service.getSimpleName() + "." + operation, actor -> call.by(actor, called));
    }

    /** One operation. */
    private interface Call<T> {
        void by(Actor actor, T service);
    }

    private void units() {
        add(Units.class, "find", (actor, units) -> units.find(actor, id));
        add(Units.class, "all", (actor, units) -> units.all(actor));
        add(Units.class, "ofRegion", (actor, units) -> units.ofRegion(actor, unit.region()));
        add(Units.class, "history", (actor, units) -> units.history(actor, id));
        add(Units.class, "register", (actor, units) -> units.register(actor, id, unit.region(), "Provmottagningen"));
        add(Units.class, "open", (actor, units) -> units.open(actor, id));
        add(Regions.class, "regions", (actor, regions) -> regions.regions(actor));
        add(Readiness.class, "of", (actor, readiness) -> readiness.of(actor, id));
        add(Configurations.class, "export", (actor, texts) -> texts.export(actor, id));
        add(Configurations.class, "dryRun", (actor, texts) -> texts.dryRun(actor, List.of(id), "{}", Set.of()));
        add(Configurations.class, "undo", (actor, texts) -> texts.undo(actor, new UUID(0, 1)));
    }

    private void permissions() {
        add(Permissions.class, "unitsOf", (actor, permissions) -> permissions.unitsOf(actor));
        add(Permissions.class, "atUnit", (actor, permissions) -> permissions.atUnit(actor, id));
        add(Permissions.class, "lookUp", (actor, permissions) -> permissions.lookUp(actor, id, "18900118-9811"));
        add(Permissions.class, "findings", (actor, permissions) -> permissions.findings(actor, id));
        add(Permissions.class, "history", (actor, permissions) -> permissions.history(actor, id, unit.handler()));
        add(
                Permissions.class,
                "assign",
                (actor, permissions) -> permissions.assign(actor, id, unit.handler(), Set.of(Permission.CASE_HANDLER)));
        add(
                Permissions.class,
                "regionalAdministrators",
                (actor, permissions) -> permissions.regionalAdministrators(actor, unit.region()));
    }

    private void settings() {
        Class<EmailNotification> section = EmailNotification.class;
        add(UnitSettings.class, "sections", (actor, settings) -> settings.sections(actor, id));
        add(UnitSettings.class, "read", (actor, settings) -> settings.read(actor, id, section));
        add(UnitSettings.class, "everywhere", (actor, settings) -> settings.everywhere(actor, section));
        add(UnitSettings.class, "information", (actor, settings) -> settings.information(actor, id));
        add(UnitSettings.class, "names", (actor, settings) -> settings.names(actor, id));
        add(UnitSettings.class, "history", (actor, settings) -> settings.history(actor, id, section));
        add(UnitSettings.class, "save", (actor, settings) -> settings.save(actor, id, EmailNotification.OFF, 0));
        add(UnitSettings.class, "update", (actor, settings) -> settings.update(actor, id, section, now -> now));
        add(RegionSettings.class, "read", (actor, settings) -> settings.read(actor, unit.region(), QuietHours.class));
        add(
                RegionSettings.class,
                "save",
                (actor, settings) -> settings.save(actor, unit.region(), QuietHours.DEFAULT, 0));
        add(ArchiveRuns.class, "status", (actor, runs) -> runs.status(actor, id));
        add(ArchiveRuns.class, "runs", (actor, runs) -> runs.runs(actor, id, PageRequest.first(1)));
        add(ArchiveRuns.class, "runNow", (actor, runs) -> runs.runNow(actor, id));
        add(PersonalSettings.class, "read", (actor, personal) -> personal.read(actor, id, unit.handler()));
        add(
                PersonalSettings.class,
                "save",
                (actor, personal) -> personal.save(actor, id, unit.handler(), PersonalChoices.NONE, 0));
        add(
                PersonalSettings.class,
                "signature",
                (actor, personal) -> personal.signature(actor, id, unit.handler(), now));
    }

    private void caseTypes() {
        add(CaseTypeCatalogue.class, "types", (actor, catalogue) -> catalogue.types(actor, unit.region()));
        add(CaseTypeChoices.class, "overview", (actor, choices) -> choices.overview(actor, id));
        add(CaseTypeChoices.class, "read", (actor, choices) -> choices.read(actor, id, type));
        add(CaseTypeChoices.class, "obstacles", (actor, choices) -> choices.obstacles(actor, id, type));
        add(CaseTypeChoices.class, "activate", (actor, choices) -> choices.activate(actor, id, type));
        add(CaseTypes.class, "ofUnit", (actor, types) -> types.ofUnit(actor, id));
        add(CaseTypes.class, "find", (actor, types) -> types.find(actor, id, type));
        add(NamedResidents.class, "ofType", (actor, named) -> named.ofType(actor, id, type));
        add(NamedResidents.class, "name", (actor, named) -> named.name(actor, id, type, HostChecks.PSEUDONYM));
    }

    private void residents() {
        add(Offers.class, "offer", (actor, offers) -> offers.offer(actor, id, HostChecks.resident(), now));
        add(Offers.class, "offers", (actor, offers) -> offers.offers(actor, List.of(id), HostChecks.resident(), now));
        add(
                Offers.class,
                "offers of no unit",
                (actor, offers) -> offers.offers(actor, List.of(), HostChecks.resident(), now));
        add(
                UnitFinder.class,
                "find",
                (actor, finder) -> finder.find(actor, UnitFinder.Search.all(HostChecks.resident(), now)));
        add(UnitFinder.class, "exposes", (actor, finder) -> finder.exposes(actor, id, HostChecks.resident(), now));
        add(UnitFinder.class, "explain", (actor, finder) -> finder.explain(actor, id, HostChecks.resident(), now));
        add(ApprovedResidents.class, "ofUnit", (actor, approved) -> approved.ofUnit(actor, id));
        add(ApprovedResidents.class, "find", (actor, approved) -> approved.find(actor, id, HostChecks.PSEUDONYM));
    }

    private void terms() {
        add(Terms.class, "effective", (actor, terms) -> terms.effective(actor, id, type));
        add(Terms.class, "draft", (actor, terms) -> terms.draft(actor, id, type));
        add(Terms.class, "history", (actor, terms) -> terms.history(actor, id, type));
        add(Terms.class, "check", (actor, terms) -> terms.check(actor, id, type));
        add(Terms.class, "preview", (actor, terms) -> terms.preview(actor, id, type));
        add(RegionTerms.class, "effective", (actor, terms) -> terms.effective(actor, unit.region(), type));
        add(RegionTerms.class, "rules", (actor, terms) -> terms.rules(actor, unit.region()));
        add(TermsStates.class, "find", (actor, states) -> states.find(actor, id, type));
        add(TermsStates.class, "errors of no type", (actor, states) -> states.errors(actor, id, Set.of()));
        add(
                TermsAcceptance.class,
                "toAccept",
                (actor, acceptance) -> acceptance.toAccept(actor, id, type, HostChecks.PSEUDONYM));
    }

    private void work() {
        add(PlatformEvents.class, "accept", (actor, events) -> events.accept(actor, List.of()));
        add(PlatformEvents.class, "acceptJson", (actor, events) -> events.acceptJson(actor, "[]"));
        add(Messages.class, "newest", (actor, ledger) -> ledger.newest(actor, Optional.empty(), PageRequest.first(1)));
        add(
                Messages.class,
                "ofUnit",
                (actor, ledger) -> ledger.ofUnit(actor, id, Optional.empty(), PageRequest.first(1)));
        add(Messages.class, "about", (actor, ledger) -> ledger.about(actor, unit.caseOf("1")));
        add(Messages.class, "retryAll", (actor, ledger) -> ledger.retryAll(actor, FailedMessages.ALL));
        add(TestMessages.class, "send", (actor, tests) -> tests.send(actor, id, unit.handler(), Channel.EMAIL));
        add(RecordSystemTests.class, "test", (actor, tests) -> tests.test(actor, id));
        add(CaseExplanations.class, "why", (actor, cases) -> cases.why(actor, unit.caseOf("1")));
        add(
                CaseTimelines.class,
                "preview",
                (actor, cases) -> cases.preview(actor, id, new PlannedCase(type, now, List.of())));
        add(
                UnitFigures.class,
                "months",
                (actor, figures) -> figures.months(actor, id, YearMonth.of(2026, 3), YearMonth.of(2026, 3)));
        add(
                AuditTrails.class,
                "read",
                (actor, trails) ->
                        trails.read(actor, new Target.Unit(id), Instant.EPOCH, Instant.MAX, PageRequest.first(1)));
        add(AuditTrails.class, "verifyAll", (actor, trails) -> trails.verifyAll(actor));
    }
}
