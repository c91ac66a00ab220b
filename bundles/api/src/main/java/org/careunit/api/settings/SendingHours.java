package org.careunit.api.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;

/**
 * When residents may send to the unit. Hours close the offer only: a case that has come in is never refused.
 *
 * @param unit for all case types that have no hours of their own, at most {@value #MOST_SPANS}; empty for any time;
 *     never null
 * @param caseTypes for a case type, in place of the unit's; a type with an empty list may be sent at any time; at most
 *     {@value #MOST_TYPES}; never null
 */
public record SendingHours(List<HoursSpan> unit, Map<CaseTypeKey, List<HoursSpan>> caseTypes) implements Section {

    public static final int MOST_SPANS = 50;
    public static final int MOST_TYPES = 200;

    /** The default: residents may send at any time. */
    public static final SendingHours ANY_TIME = new SendingHours(List.of(), Map.of());

    /** @throws RefusedException if there are too many */
    public SendingHours {
        Problems problems = new Problems();
        unit = HoursSpan.sorted(problems, "unit", unit, MOST_SPANS);
        Map<CaseTypeKey, List<HoursSpan>> sorted =
                SectionRules.byCaseType(problems, "caseTypes", caseTypes, MOST_TYPES);
        sorted.replaceAll((type, spans) -> HoursSpan.sorted(problems, "caseTypes/" + type, spans, MOST_SPANS));
        problems.refuse();
        caseTypes = Collections.unmodifiableMap(sorted);
    }

    /** The hours of a case type: its own, else the unit's; empty for any time. */
    public List<HoursSpan> of(CaseTypeKey caseType) {
        return caseTypes.getOrDefault(caseType, unit);
    }

    /** Whether a case of this type may be sent then, by the hours alone. */
    public boolean isOpenAt(CaseTypeKey caseType, Instant instant) {
        return isOpenAt(of(caseType), instant);
    }

    /** Whether one of these hours is then; no hours are any time. */
    public static boolean isOpenAt(List<HoursSpan> spans, Instant instant) {
        for (HoursSpan span : spans) {
            if (span.isOpenAt(instant)) {
                return true;
            }
        }
        return spans.isEmpty();
    }
}
