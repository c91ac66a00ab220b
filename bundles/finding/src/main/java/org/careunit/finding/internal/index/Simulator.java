package org.careunit.finding.internal.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Simulation;
import org.careunit.api.finding.Simulation.Band;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.problems.FindingProblem;

/** Compares two catchment areas, cell by cell: municipality, sex, age. */
public record Simulator(Geography geography) {

    private record Group(MunicipalityCode municipality, Sex sex) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int places = municipality.compareTo(other.municipality);
            return places != 0 ? places : sex.compareTo(other.sex);
        }
    }

    /** @throws RefusedException if a rule of the changed area names a municipality that does not exist */
    public Simulation compare(CatchmentArea now, CatchmentArea changed) {
        changed.rules().stream()
                .map(Rule::municipality)
                .flatMap(Optional::stream)
                .filter(code -> geography.municipality(code).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw FindingProblem.UNKNOWN_MUNICIPALITY.refused(unknown);
                });
        Map<Group, BitSet> before = ages(now);
        Map<Group, BitSet> after = ages(changed);
        return new Simulation(bands(after, before), bands(before, after));
    }

    private Map<Group, BitSet> ages(CatchmentArea area) {
        Map<Group, BitSet> ages = new TreeMap<>();
        for (Rule rule : area.rules()) {
            for (MunicipalityCode municipality : municipalities(rule)) {
                for (Sex sex : rule.sex().map(List::of).orElse(List.of(Sex.values()))) {
                    ages.computeIfAbsent(new Group(municipality, sex), first -> new BitSet())
                            .set(Ages.from(rule), Ages.to(rule) + 1);
                }
            }
        }
        return ages;
    }

    private List<MunicipalityCode> municipalities(Rule rule) {
        return rule.municipality().map(List::of).orElseGet(() -> counties(rule)
                .flatMap(county -> geography.municipalities(county).stream())
                .map(Geography.Municipality::code)
                .toList());
    }

    private Stream<CountyCode> counties(Rule rule) {
        return rule.county().map(Stream::of).orElseGet(() -> geography.counties().stream()
                .map(Geography.County::code));
    }

    /** The cells that are in one area and not in the other. */
    private static List<Band> bands(Map<Group, BitSet> in, Map<Group, BitSet> notIn) {
        List<Band> bands = new ArrayList<>();
        in.forEach((group, ages) -> {
            BitSet left = (BitSet) ages.clone();
            left.andNot(notIn.getOrDefault(group, new BitSet()));
            for (int from = left.nextSetBit(0); from >= 0; from = left.nextSetBit(left.nextClearBit(from))) {
                bands.add(new Band(group.municipality(), group.sex(), from, left.nextClearBit(from) - 1));
            }
        });
        return bands;
    }
}
