package org.careunit.api.settings;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;

/**
 * Section: how many cases the unit accepts a day, in Europe/Stockholm. Caps close the offer only: a case that has come
 * in is never refused.
 *
 * @param unit of all types together, 1 to {@value #HIGHEST}; empty for no cap; never null
 * @param caseTypes of one type, 1 to {@value #HIGHEST}; at most {@value #MOST}; never null
 */
public record DailyCaps(OptionalInt unit, Map<CaseTypeKey, Integer> caseTypes) implements Section {

    public static final int HIGHEST = 100_000;
    public static final int MOST = 200;

    /** The default: no caps. */
    public static final DailyCaps NONE = new DailyCaps(OptionalInt.empty(), Map.of());

    /** @throws RefusedException if a cap is out of its range */
    public DailyCaps {
        unit = unit == null ? OptionalInt.empty() : unit;
        unit.ifPresent(cap -> SectionRules.between("unit", cap, 1, HIGHEST));
        Map<CaseTypeKey, Integer> sorted = new TreeMap<>();
        if (caseTypes != null) {
            SectionRules.atMost("caseTypes", caseTypes.entrySet(), MOST);
            caseTypes.forEach((type, cap) ->
                    sorted.put(SectionRules.present("caseTypes", type, "write the key of a case type"), cap(cap)));
        }
        caseTypes = Collections.unmodifiableMap(sorted);
    }

    private static int cap(Integer cap) {
        return SectionRules.between(
                "caseTypes", SectionRules.present("caseTypes", cap, "write how many cases a day"), 1, HIGHEST);
    }

    /** The cap of one case type alone; empty for none. */
    public OptionalInt of(CaseTypeKey caseType) {
        Integer cap = caseTypes.get(caseType);
        return cap == null ? OptionalInt.empty() : OptionalInt.of(cap);
    }
}
