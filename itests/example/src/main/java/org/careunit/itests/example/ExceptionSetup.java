package org.careunit.itests.example;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Step of the example: approves a resident from elsewhere, and hands a case type out to one unit; then undoes both. */
@Component(service = ExceptionSetup.class)
public final class ExceptionSetup {

    private static final HsaId UNIT = new HsaId(Participants.UNIT);
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final Actor HOST = new Actor.Host("example");
    private static final Actor REGIONAL = new Actor.Staff(new StaffId(Participants.REGIONAL));
    private static final Actor FIRST = new Actor.Staff(new StaffId(Participants.FIRST));
    private static final CaseTypeKey TYPE = new CaseTypeKey("exempelarende");

    private final Clock clock = Clock.systemUTC();
    private final ApprovedResidents approved;
    private final UnitFinder finder;
    private final CaseTypeCatalogue catalogue;
    private final NamedResidents named;

    @Activate
    public ExceptionSetup(
            @Reference ApprovedResidents approved,
            @Reference UnitFinder finder,
            @Reference CaseTypeCatalogue catalogue,
            @Reference NamedResidents named) {
        this.approved = approved;
        this.finder = finder;
        this.catalogue = catalogue;
        this.named = named;
    }

    /** The resident lives outside the catchment area. */
    void approve(Steps steps, Resident resident) {
        ResidentPseudonym pseudonym = resident.pseudonym().orElseThrow();
        steps.does(
                "an administrator approves a resident from elsewhere",
                () -> approved.approve(FIRST, UNIT, pseudonym, Optional.empty()).approvedBy());
        steps.becomes("who finds the unit, within a second", () -> finds(resident));
        steps.does("and takes it back", () -> {
            approved.withdraw(FIRST, UNIT, pseudonym);
            return approved.ofUnit(FIRST, UNIT).size() + " are left";
        });
        steps.becomes("the resident does not find it any more", () -> !finds(resident));
    }

    private boolean finds(Resident resident) {
        return finder.find(HOST, UnitFinder.Search.all(resident, clock.instant()))
                .contains(UNIT);
    }

    /** A type of the region that units have only where it is handed out, and residents only where they are named. */
    void handOut(Steps steps, ResidentPseudonym pseudonym) {
        CentralType type = catalogue.parse("{\"key\": \"" + TYPE + "\", \"name\": \"Exempelärende\","
                + " \"forEverybody\": false, \"settings\": {\"handlingDays\": 3, \"limits\": {\"namedOnly\": true}},"
                + " \"fixedReplies\": [], \"locked\": []}");
        steps.does(
                "the region has a case type for some of its units",
                () -> catalogue.save(REGIONAL, STOCKHOLM, type, 0).version());
        steps.does("and hands it out", () -> {
            catalogue.handOut(REGIONAL, STOCKHOLM, TYPE, UNIT);
            return UNIT;
        });
        steps.does("an administrator names a resident for it", () -> {
            named.name(FIRST, UNIT, TYPE, pseudonym);
            return named.ofType(FIRST, UNIT, TYPE).size() + " is named";
        });
        steps.check(
                "the list of those named does not tell who they are",
                names(),
                names().stream().noneMatch(one -> one.contains(pseudonym.value())));
        steps.does("the name is taken back, and the type", () -> {
            named.remove(FIRST, UNIT, TYPE, pseudonym);
            catalogue.withdraw(REGIONAL, STOCKHOLM, TYPE, UNIT);
            return UNIT;
        });
    }

    private List<String> names() {
        return named.ofType(FIRST, UNIT, TYPE).stream()
                .map(one -> one.resident().value())
                .toList();
    }
}
