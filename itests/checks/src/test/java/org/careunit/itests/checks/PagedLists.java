package org.careunit.itests.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.Units;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.UnitUnderTest;

/** Every list that is read page by page, by its operation, and how a row is added to each. */
final class PagedLists {

    private static final Actor OPERATOR = HostChecks.OPERATOR;
    private static final CountyCode REGION = new CountyCode("10");
    private static final CaseTypeKey CENTRAL = new CaseTypeKey("boka-tid");

    private final Map<String, PagedList<?>> lists = new LinkedHashMap<>();
    private final Careunit careunit;
    private final UnitUnderTest unit;
    private final HsaId id;
    private int numbers;

    PagedLists(Careunit careunit, UnitUnderTest unit) {
        this.careunit = careunit;
        this.unit = unit;
        id = unit.id();
    }

    /**
     * A list.
     *
     * @param pages reads a page
     * @param key what tells its rows apart
     * @param add adds a row
     */
    record PagedList<T>(Function<PageRequest, Page<T>> pages, Function<T, String> key, Runnable add) {

        List<String> keys(Page<T> page) {
            return page.rows().stream().map(key).toList();
        }
    }

    /** All of them, by service and operation. */
    Map<String, PagedList<?>> all() {
        units();
        residents();
        settings();
        caseTypes();
        terms();
        staff();
        trails();
        archive();
        return lists;
    }

    private <T> void add(
            String operation, Function<PageRequest, Page<T>> pages, Function<T, String> key, Runnable add) {
        lists.put(operation, new PagedList<>(pages, key, add));
    }

    private <T> void history(String operation, Function<PageRequest, Page<Saved<T>>> pages, Runnable add) {
        add(operation, pages, saved -> Long.toString(saved.version()), add);
    }

    private <T> T service(Class<T> contract) {
        return careunit.service(contract);
    }

    private int next() {
        return ++numbers;
    }

    private void units() {
        Units units = service(Units.class);
        Runnable register = () -> units.register(
                OPERATOR, new HsaId(id.value() + "U" + next()), unit.region(), "Mottagning " + (100 - numbers));
        add("Units.all", page -> units.all(OPERATOR, page), one -> one.id().value(), register);
        add(
                "Units.ofRegion",
                page -> units.ofRegion(OPERATOR, unit.region(), page),
                one -> one.id().value(),
                register);
        add(
                "Units.history",
                page -> units.history(OPERATOR, id, page),
                change -> Long.toString(change.number()),
                () -> {
                    String name = units.find(OPERATOR, id).orElseThrow().name();
                    units.rename(OPERATOR, id, name, "Namn " + next());
                });
    }

    private void residents() {
        ApprovedResidents approved = service(ApprovedResidents.class);
        add(
                "ApprovedResidents.ofUnit",
                page -> approved.ofUnit(OPERATOR, id, page),
                one -> one.resident().value(),
                () -> approved.approve(OPERATOR, id, new ResidentPseudonym("godkand-" + next()), Optional.empty()));
        NamedResidents named = service(NamedResidents.class);
        add(
                "NamedResidents.ofType",
                page -> named.ofType(OPERATOR, id, unit.type(), page),
                one -> one.resident().value(),
                () -> named.name(OPERATOR, id, unit.type(), new ResidentPseudonym("namngiven-" + next())));
    }

    private void settings() {
        UnitSettings settings = service(UnitSettings.class);
        history(
                "UnitSettings.history",
                page -> settings.history(OPERATOR, id, StaffReminder.class, page),
                () -> settings.update(OPERATOR, id, StaffReminder.class, now -> new StaffReminder(true, 10 + next())));
        RegionSettings regions = service(RegionSettings.class);
        history(
                "RegionSettings.history",
                page -> regions.history(OPERATOR, REGION, SupportContact.class, page),
                () -> regions.update(
                        OPERATOR, REGION, SupportContact.class, now -> new SupportContact("Stöd " + next(), "08-1")));
        history(
                "RegionSettings.defaultHistory",
                page -> regions.defaultHistory(OPERATOR, REGION, ResidentReminder.class, page),
                () -> regions.saveDefault(
                        OPERATOR,
                        REGION,
                        new ResidentReminder(true, 10 + next()),
                        false,
                        regions.readDefault(OPERATOR, REGION, ResidentReminder.class)
                                .version()));
    }

    private void caseTypes() {
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        history(
                "CaseTypeChoices.history",
                page -> choices.history(OPERATOR, id, CENTRAL, page),
                () -> choices.save(
                        OPERATOR,
                        id,
                        CENTRAL,
                        TypeSettings.NONE.withDescription(Optional.of("Beskrivning " + next())),
                        choices.read(OPERATOR, id, CENTRAL).version()));
        CaseTypeCatalogue catalogue = service(CaseTypeCatalogue.class);
        history("CaseTypeCatalogue.history", page -> catalogue.history(OPERATOR, REGION, CENTRAL, page), () -> {
            Versioned<CentralType> type = catalogue.types(OPERATOR, REGION).get(0);
            catalogue.save(OPERATOR, REGION, type.content().withName("Boka " + next()), type.version());
        });
        history(
                "CaseTypeCatalogue.handOuts",
                page -> catalogue.handOuts(OPERATOR, unit.region(), CENTRAL, id, page),
                () -> {
                    catalogue.withdraw(OPERATOR, unit.region(), CENTRAL, id);
                    catalogue.handOut(OPERATOR, unit.region(), CENTRAL, id);
                });
    }

    private void terms() {
        Terms terms = service(Terms.class);
        add(
                "Terms.history",
                page -> terms.history(OPERATOR, id, unit.type(), page),
                saved -> Long.toString(saved.version()),
                () -> terms.saveDraft(
                        OPERATOR,
                        id,
                        unit.type(),
                        text(),
                        terms.draft(OPERATOR, id, unit.type()).version()));
        RegionTerms regions = service(RegionTerms.class);
        add(
                "RegionTerms.history",
                page -> regions.history(OPERATOR, REGION, CENTRAL, page),
                saved -> Long.toString(saved.version()),
                () -> regions.saveDraft(
                        OPERATOR,
                        REGION,
                        CENTRAL,
                        text(),
                        regions.draft(OPERATOR, REGION, CENTRAL).version()));
        history(
                "RegionTerms.rulesHistory",
                page -> regions.rulesHistory(OPERATOR, REGION, page),
                () -> regions.saveRules(
                        OPERATOR,
                        REGION,
                        CheckRules.DEFAULT.withFewestPoints(1 + next() % 40),
                        regions.rules(OPERATOR, REGION).version()));
    }

    private TermsText text() {
        return new TermsText(List.of(TermsPoint.of("vad", "Text nummer " + next())));
    }

    private void staff() {
        PersonalSettings personal = service(PersonalSettings.class);
        Actor self = new Actor.Staff(unit.handler());
        history(
                "PersonalSettings.history",
                page -> personal.history(self, id, unit.handler(), page),
                () -> personal.save(
                        self,
                        id,
                        unit.handler(),
                        PersonalChoices.NONE.withDisplayName(Optional.of("Dr " + next())),
                        personal.read(self, id, unit.handler()).version()));
        Permissions permissions = service(Permissions.class);
        history(
                "Permissions.history",
                page -> permissions.history(OPERATOR, id, unit.handler(), page),
                () -> permissions.assign(
                        OPERATOR,
                        id,
                        unit.handler(),
                        next() % 2 == 0
                                ? Set.of(Permission.CASE_HANDLER)
                                : Set.of(Permission.CASE_HANDLER, Permission.REVIEWER)));
    }

    private void trails() {
        Messages ledger = service(Messages.class);
        Runnable receive = () -> {
            service(PlatformEvents.class)
                    .accept(
                            HostChecks.HOST,
                            List.of(CaseEvent.of(
                                    new EventId("paged-" + next()),
                                    careunit.clock().instant(),
                                    unit.caseOf("paged-" + numbers),
                                    new CaseChange.Received(unit.type()))));
            careunit.advance(Duration.ofMinutes(15));
        };
        add(
                "Messages.newest",
                page -> ledger.newest(OPERATOR, Optional.empty(), page),
                entry -> entry.id().toString(),
                receive);
        add(
                "Messages.ofUnit",
                page -> ledger.ofUnit(OPERATOR, id, Optional.empty(), page),
                entry -> entry.id().toString(),
                receive);
        add(
                "AuditTrails.read",
                page -> service(AuditTrails.class).read(OPERATOR, new Target.Unit(id), Instant.MIN, Instant.MAX, page),
                row -> Long.toString(row.number()),
                () -> service(ApprovedResidents.class)
                        .approve(
                                OPERATOR,
                                id,
                                new ResidentPseudonym("granskad-" + next()),
                                Optional.of(LocalDate.of(2030, 1, 1))));
    }

    private void archive() {
        ArchiveRuns runs = service(ArchiveRuns.class);
        add("ArchiveRuns.runs", page -> runs.runs(OPERATOR, id, page), run -> run.packageName(), this::run);
        careunit.archive().setFaulty(number -> number.startsWith("faulty-"));
        add("ArchiveRuns.leftOut", page -> runs.leftOut(OPERATOR, id, page), one -> one.caseId(), () -> {
            careunit.host()
                    .end(unit.caseOf("faulty-" + next()), careunit.clock().instant());
            run();
        });
    }

    private void run() {
        careunit.advance(Duration.ofMinutes(1));
        service(ArchiveRuns.class).runNow(OPERATOR, id);
        careunit.advance(Duration.ofMinutes(1));
    }
}
