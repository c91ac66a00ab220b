package org.careunit.settings.internal.references;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.names.DirectoryNames;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.SectionStores;
import org.careunit.settings.internal.sections.UnitSections;
import org.careunit.storage.UnitRegister;

/** Checks that the case types and units that a section refers to exist and are allowed. */
public final class References {

    private final OptionalServices optionalServices;
    private final CareTypeCatalogue careTypes;
    private final SectionStores stores;
    private final EffectiveSection effective;
    private final DirectoryNames directoryNames;
    private final AllowedCaseTypes types;

    public References(OptionalServices optionalServices, UnitSections.Store store) {
        this.optionalServices = optionalServices;
        careTypes = store.careTypes();
        stores = store.stores();
        effective = new EffectiveSection(stores);
        directoryNames = store.names();
        types = new AllowedCaseTypes(optionalServices);
    }

    /** Creates a checker for several sections of a unit, which reads its case types once. */
    public AtUnit at(CareUnit unit) {
        return new AtUnit(unit);
    }

    /** The references of one unit's sections. For one use by one thread. */
    public final class AtUnit {

        private final CareUnit unit;
        private Map<String, String> known;

        private AtUnit(CareUnit unit) {
            this.unit = unit;
        }

        /** @throws RefusedException if it names what does not exist, or what it must not name */
        public void check(Section section) {
            References.this.check(section, this::known);
        }

        private Map<String, String> known() {
            if (known == null) {
                known = types.of(unit);
            }
            return known;
        }
    }

    /** As above, of what a region says to its units. */
    public void check(Section section, CountyCode region) {
        check(section, () -> types.of(region));
    }

    private void check(Section section, Supplier<Map<String, String>> known) {
        Problems problems = new Problems();
        if (section instanceof CatchmentArea area) {
            check(problems, area.rules());
        }
        if (section instanceof CareTypes offered) {
            careTypes.requireKnown(offered);
        }
        List<AllowedCaseTypes.NamedKey> named = AllowedCaseTypes.namedBy(section);
        if (!named.isEmpty()) {
            Map<String, String> all = known.get();
            named.forEach(one -> problems.check(() -> one.requireAmong(all)));
        }
        if (section instanceof StaffMessages messages) {
            addNamed(problems, "case type", known.get().values().stream().filter(messages::mentions));
        }
        problems.refuse();
    }

    /** @throws RefusedException if who sees a message could read out of it what its resident has sent, and to whom */
    public void check(RegionSection section, CountyCode region) {
        if (section instanceof ResidentTexts texts) {
            Problems problems = new Problems();
            addNamed(problems, "unit", names(region).filter(texts::mentions));
            addNamed(problems, "case type", typeNames(region).filter(texts::mentions));
            problems.refuse();
        }
    }

    private static void addNamed(Problems problems, String what, Stream<String> mentioned) {
        mentioned.distinct().forEach(name -> problems.add(SettingsProblem.TEXT_NAMES.with(what, name)));
    }

    /** The names of the region's case types and of units' own types. */
    private Stream<String> typeNames(CountyCode region) {
        Stream<String> own = ofRegion(region).flatMap(unit -> types.of(unit).values().stream());
        return Stream.concat(types.of(region).values().stream(), own).distinct();
    }

    /** All names of the units. */
    private Stream<String> names(CountyCode region) {
        return ofRegion(region).flatMap(unit -> effective.names(unit, directoryNames).all(unit.name()).stream());
    }

    private Stream<CareUnit> ofRegion(CountyCode region) {
        return stores.units().ofRegion(region).stream().map(UnitRegister.Entry::unit);
    }

    private void check(Problems problems, List<CatchmentArea.Rule> rules) {
        for (int place = 0; place < rules.size(); place++) {
            if (rules.get(place).municipality().isPresent()) {
                check(problems, optionalServices.geography(), rules.get(place), "/rules/" + place + "/municipality");
            }
        }
    }

    private static void check(Problems problems, Geography geography, CatchmentArea.Rule rule, String path) {
        if (geography.municipality(rule.municipality().orElseThrow()).isEmpty()) {
            problems.add(SettingsProblem.NO_MUNICIPALITY.at(
                    path, rule.municipality().orElseThrow(), rule.county().orElseThrow()));
        }
    }
}
