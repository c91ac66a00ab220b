package org.careunit.finding.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea.Rule;

/**
 * Index of the catchment rules of all open units. Rules are sorted by area, so those for the whole country, a county
 * and a municipality are one range each; a bitmap over the rules exists for each sex and each span of ages that no rule
 * divides. A resident's units are those of the set bits of one bitmap within three ranges. Immutable and safe for use
 * by many threads.
 */
public final class RuleIndex {

    private static final int WHOLE_COUNTRY = 0;
    private static final int WHOLE_COUNTY = 0;
    private static final int PLACES_IN_COUNTY = 1_000;

    private final HsaId[] units;
    private final int[] unitOfRule;
    private final int[] places;
    private final int[] starts;
    private final short[] spanOfAge = new short[Rule.OLDEST + 1];
    private final Map<Sex, long[][]> bySexAndSpan = new EnumMap<>(Sex.class);

    /** The rules for everybody, for those whose sex is not known. */
    private final long[][] ofAnySex;

    private final Map<String, long[]> byCareType = new HashMap<>();
    private final WordIndex words = new WordIndex();
    private final Map<HsaId, Integer> numbers = new HashMap<>();

    private record PlacedRule(int place, int unit, Rule rule) {}

    /** @param open the open units */
    public RuleIndex(List<IndexedUnit> open) {
        List<IndexedUnit> sorted =
                open.stream().sorted(Comparator.comparing(IndexedUnit::id)).toList();
        units = sorted.stream().map(IndexedUnit::id).toArray(HsaId[]::new);
        for (int unit = 0; unit < units.length; unit++) {
            addWords(unit, sorted.get(unit));
        }
        List<PlacedRule> rules = placed(sorted);
        unitOfRule = rules.stream().mapToInt(PlacedRule::unit).toArray();
        places = rules.stream().mapToInt(PlacedRule::place).distinct().toArray();
        starts = starts(rules, places);
        int spans = spans(rules);
        for (Sex sex : Sex.values()) {
            bySexAndSpan.put(sex, new long[spans][longs(rules.size())]);
        }
        ofAnySex = new long[spans][longs(rules.size())];
        for (int rule = 0; rule < rules.size(); rule++) {
            setBits(rule, rules.get(rule).rule());
        }
    }

    private void addWords(int unit, IndexedUnit candidate) {
        numbers.put(candidate.id(), unit);
        words.add(unit, candidate.name());
        candidate.careTypes().forEach((key, name) -> {
            words.add(unit, name);
            set(byCareType.computeIfAbsent(key, first -> new long[longs(units.length)]), unit);
        });
    }

    private static List<PlacedRule> placed(List<IndexedUnit> units) {
        List<PlacedRule> rules = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            for (Rule rule : units.get(unit).area().rules()) {
                rules.add(new PlacedRule(place(rule), unit, rule));
            }
        }
        rules.sort(Comparator.comparingInt(PlacedRule::place));
        return rules;
    }

    private static int place(Rule rule) {
        return rule.municipality().isPresent()
                ? place(rule.municipality().get().value())
                : rule.county().map(RuleIndex::place).orElse(WHOLE_COUNTRY);
    }

    private static int place(CountyCode county) {
        return Integer.parseInt(county.value()) * PLACES_IN_COUNTY + WHOLE_COUNTY;
    }

    private static int place(String municipality) {
        int code = Integer.parseInt(municipality);
        return code / 100 * PLACES_IN_COUNTY + 1 + code % 100;
    }

    /** The start of each area's range, and at the end the end of the last one. */
    private static int[] starts(List<PlacedRule> rules, int[] places) {
        int[] starts = new int[places.length + 1];
        int next = 0;
        for (int rule = 0; rule < rules.size(); rule++) {
            if (next < places.length && rules.get(rule).place() == places[next]) {
                starts[next++] = rule;
            }
        }
        starts[places.length] = rules.size();
        return starts;
    }

    /** Numbers the spans of ages that no rule divides, and says how many there are. */
    private int spans(List<PlacedRule> rules) {
        TreeSet<Integer> cuts = new TreeSet<>();
        for (PlacedRule placed : rules) {
            cuts.add(Ages.from(placed.rule()));
            cuts.add(Ages.to(placed.rule()) + 1);
        }
        short span = 0;
        for (int age = 1; age <= Rule.OLDEST; age++) {
            if (cuts.contains(age)) {
                span++;
            }
            spanOfAge[age] = span;
        }
        return span + 1;
    }

    private void setBits(int number, Rule rule) {
        for (Sex sex : Sex.values()) {
            if (rule.sex().isEmpty() || rule.sex().get() == sex) {
                setBits(bySexAndSpan.get(sex), number, rule);
            }
        }
        if (rule.sex().isEmpty()) {
            setBits(ofAnySex, number, rule);
        }
    }

    private void setBits(long[][] bySpan, int number, Rule rule) {
        for (int span = spanOfAge[Ages.from(rule)]; span <= spanOfAge[Ages.to(rule)]; span++) {
            set(bySpan[span], number);
        }
    }

    /**
     * The units that a resident of an age sees, by HSA-id.
     *
     * @param age below 0 fits no rule
     * @param approved units that see the resident whatever their rules say
     * @param careType a key; null for any
     * @param searched words; blank for any
     */
    public List<HsaId> find(Resident resident, int age, List<HsaId> approved, String careType, String searched) {
        long[] found = new long[longs(units.length)];
        if (age >= 0) {
            long[][] bySpan =
                    resident.sex().isPresent() ? bySexAndSpan.get(resident.sex().get()) : ofAnySex;
            long[] fitting = bySpan[spanOfAge[age]];
            collect(fitting, WHOLE_COUNTRY, found);
            resident.county().ifPresent(county -> collect(fitting, place(county), found));
            resident.municipality().ifPresent(municipality -> collect(fitting, place(municipality.value()), found));
        }
        for (HsaId unit : approved) {
            Integer number = numbers.get(unit);
            if (number != null) {
                set(found, number);
            }
        }
        if (careType != null) {
            keep(found, byCareType.get(careType));
        }
        long[] named = searched.isBlank() ? null : words.find(searched, found.length);
        return listed(named == null ? found : keep(found, named));
    }

    private void collect(long[] fitting, int place, long[] found) {
        int at = Arrays.binarySearch(places, place);
        if (at < 0) {
            return;
        }
        int from = starts[at];
        int to = starts[at + 1];
        for (int word = from >> 6; word <= (to - 1) >> 6; word++) {
            long bits = fitting[word];
            if (word == from >> 6) {
                bits &= -1L << from;
            }
            if (word == to >> 6) {
                bits &= (1L << to) - 1;
            }
            for (; bits != 0; bits &= bits - 1) {
                set(found, unitOfRule[(word << 6) + Long.numberOfTrailingZeros(bits)]);
            }
        }
    }

    private List<HsaId> listed(long[] found) {
        int count = 0;
        for (long word : found) {
            count += Long.bitCount(word);
        }
        HsaId[] ids = new HsaId[count];
        int next = 0;
        for (int word = 0; next < count; word++) {
            for (long bits = found[word]; bits != 0; bits &= bits - 1) {
                ids[next++] = units[(word << 6) + Long.numberOfTrailingZeros(bits)];
            }
        }
        return List.of(ids);
    }

    private static long[] keep(long[] found, long[] also) {
        for (int i = 0; i < found.length; i++) {
            found[i] &= also == null ? 0 : also[i];
        }
        return found;
    }

    public int units() {
        return units.length;
    }

    public int rules() {
        return unitOfRule.length;
    }

    private static int longs(int bits) {
        return (bits + 63) / 64;
    }

    private static void set(long[] bitmap, int bit) {
        bitmap[bit >> 6] |= 1L << bit;
    }
}
