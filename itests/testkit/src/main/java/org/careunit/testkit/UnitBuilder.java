package org.careunit.testkit;

import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.Units;
import org.careunit.testkit.fakes.FakeDirectory;

/** Builds one unit, step by step as its administrators would, so that nothing is there that a real unit lacks. */
public final class UnitBuilder {

    private static final Actor OPERATOR = new Actor.Operator("testkit");
    private static final CaseTypeKey CONTACT_ME = new CaseTypeKey("kontakta-mig");
    private static final int HANDLING_DAYS = 3;

    private final Careunit careunit;
    private final HsaId id;
    private final Map<String, Section> sections = new TreeMap<>();
    private String name = "Provmottagningen";
    private CountyCode region = new CountyCode("01");
    private CaseTypeKey type = CONTACT_ME;
    private int handlingDays = HANDLING_DAYS;

    UnitBuilder(Careunit careunit, HsaId id) {
        this.careunit = careunit;
        this.id = id;
    }

    /** What it is called, here and in the directory. */
    public UnitBuilder named(String wanted) {
        name = wanted;
        return this;
    }

    /** Its region. */
    public UnitBuilder in(CountyCode county) {
        region = county;
        return this;
    }

    /** The case type of the region's that residents may send, and in how many working days they get an answer. */
    public UnitBuilder offering(CaseTypeKey central, int workingDays) {
        type = central;
        handlingDays = workingDays;
        return this;
    }

    /** What it decides, in place of what it would otherwise confirm as it stands. */
    public UnitBuilder deciding(Section... decided) {
        for (Section section : decided) {
            sections.put(section.getClass().getName(), section);
        }
        return this;
    }

    /** Registers it; nobody may do anything there yet. */
    public UnitUnderTest registered() {
        careunit.directory().put(FakeDirectory.unit(id, name));
        careunit.service(Units.class).register(OPERATOR, id, region, name);
        return new UnitUnderTest(id, region, person("ADM1"), person("MOTT"), person("HAND"), type);
    }

    /** Registers it, gives its people their permissions, and opens it; nothing else is decided. */
    public UnitUnderTest open() {
        UnitUnderTest unit = registered();
        grant(unit.administrator(), "Anna", UNIT_ADMINISTRATOR);
        grant(person("ADM2"), "Bo", UNIT_ADMINISTRATOR);
        grant(unit.receiver(), "Cecilia", CASE_RECEIVER);
        grant(unit.handler(), "David", CASE_HANDLER);
        careunit.service(Units.class).open(OPERATOR, id);
        return unit;
    }

    /** Has it decide everything, until its checklist has nothing left to do. */
    public UnitUnderTest ready() {
        UnitUnderTest unit = open();
        offer();
        decide();
        for (StaffId person : List.of(unit.administrator(), person("ADM2"), unit.receiver(), unit.handler())) {
            choose(person);
        }
        careunit.awaitIdle();
        return unit;
    }

    private void grant(StaffId person, String givenName, Permission permission) {
        careunit.directory().put(person, FakeDirectory.staff(person, givenName, "Provsson"));
        careunit.service(Permissions.class).assign(OPERATOR, id, person, Set.of(permission));
    }

    private void offer() {
        Terms terms = careunit.service(Terms.class);
        TermsText text = new TermsText(List.of(
                TermsPoint.of("vad", "Här kan du be oss kontakta dig."),
                TermsPoint.of("svar", "Vi svarar inom " + handlingDays + " arbetsdagar."),
                TermsPoint.of("akut", "Ring 112 om det är bråttom."),
                TermsPoint.of("uppgifter", "Vi sparar det du skriver i din journal.")));
        long draft = terms.saveDraft(
                        OPERATOR,
                        id,
                        type,
                        text,
                        terms.draft(OPERATOR, id, type).version())
                .version();
        terms.publish(OPERATOR, id, type, draft);
        CaseTypeChoices choices = careunit.service(CaseTypeChoices.class);
        choices.save(
                OPERATOR,
                id,
                type,
                choices.parse("{\"handlingDays\":" + handlingDays + "}"),
                choices.read(OPERATOR, id, type).version());
        choices.activate(OPERATOR, id, type);
    }

    private void decide() {
        List<Section> wanted = new ArrayList<>(List.of(
                new CatchmentArea(List.of(allOfTheRegion())),
                new EmailNotification(true, List.of(new EmailAddress("mottagning@example.org"))),
                new StaffReminder(true, handlingDays)));
        wanted.forEach(section -> sections.putIfAbsent(section.getClass().getName(), section));
        UnitSettings settings = careunit.service(UnitSettings.class);
        for (SectionState state : settings.sections(OPERATOR, id)) {
            Section decided = sections.get(state.type().getName());
            if (decided != null) {
                settings.save(OPERATOR, id, decided, state.version());
            } else if (state.shown() && state.version() == 0) {
                settings.confirm(OPERATOR, id, state.type());
            }
        }
    }

    private CatchmentArea.Rule allOfTheRegion() {
        return new CatchmentArea.Rule(
                region, Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private void choose(StaffId person) {
        PersonalSettings personal = careunit.service(PersonalSettings.class);
        Actor self = new Actor.Staff(person);
        personal.save(
                self,
                id,
                person,
                new PersonalChoices(
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.of(new EmailAddress(person.value().toLowerCase(Locale.ROOT) + "@example.org"))),
                personal.read(self, id, person).version());
    }

    private StaffId person(String suffix) {
        return new StaffId(id.value() + suffix);
    }
}
