package org.careunit.api.settings;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.jspecify.annotations.Nullable;

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
        Problems problems = new Problems();
        unit = unit == null ? OptionalInt.empty() : unit;
        unit.ifPresent(cap -> SectionRules.between(problems, "unit", cap, 1, HIGHEST));
        Map<CaseTypeKey, Integer> sorted = SectionRules.byCaseType(problems, "caseTypes", caseTypes, MOST);
        sorted.forEach((type, cap) -> requireCap(problems, "caseTypes/" + type, cap));
        problems.refuse();
        caseTypes = Collections.unmodifiableMap(sorted);
    }

    private static void requireCap(Problems problems, String path, @Nullable Integer cap) {
        if (SectionRules.isPresent(problems, path, cap, "write how many cases a day")) {
            SectionRules.between(problems, path, cap, 1, HIGHEST);
        }
    }

    /** The cap of one case type alone; empty for none. */
    public OptionalInt of(CaseTypeKey caseType) {
        Integer cap = caseTypes.get(caseType);
        return cap == null ? OptionalInt.empty() : OptionalInt.of(cap);
    }
}
