package org.careunit.api.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careunit.api.failure.RefusedException;

/**
 * When residents may send to the unit. Hours close the offer only: a case that has come in is never refused.
 *
 * @param unit for all case types that have no hours of their own, at most {@value #MOST_SPANS}; empty for any time;
 *     never null
 * @param caseTypes for a case type, by its key, in place of the unit's; a type with an empty list may be sent at any
 *     time; at most {@value #MOST_TYPES}; never null
 */
public record SendingHours(List<HoursSpan> unit, Map<String, List<HoursSpan>> caseTypes) implements Section {

    public static final int MOST_SPANS = 50;
    public static final int MOST_TYPES = 200;

    /** What holds until the unit decides: residents may send at any time. */
    public static final SendingHours ANY_TIME = new SendingHours(List.of(), Map.of());

    /** @throws RefusedException if there are too many, or a case type's key has another form */
    public SendingHours {
        unit = HoursSpan.sorted("unit", unit, MOST_SPANS);
        Map<String, List<HoursSpan>> sorted = new TreeMap<>();
        if (caseTypes != null) {
            SectionRules.atMost("caseTypes", caseTypes.entrySet(), MOST_TYPES);
            caseTypes.forEach((type, spans) -> sorted.put(
                    SectionRules.caseType("caseTypes", type), HoursSpan.sorted("caseTypes", spans, MOST_SPANS)));
        }
        caseTypes = Collections.unmodifiableMap(sorted);
    }

    /** The hours of a case type: its own, else the unit's; empty for any time. */
    public List<HoursSpan> of(String caseType) {
        return caseTypes.getOrDefault(caseType, unit);
    }

    /** Whether a case of this type may be sent then, by the hours alone. */
    public boolean isOpenAt(String caseType, Instant instant) {
        List<HoursSpan> spans = of(caseType);
        for (HoursSpan span : spans) {
            if (span.isOpenAt(instant)) {
                return true;
            }
        }
        return spans.isEmpty();
    }
}
