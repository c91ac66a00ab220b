package org.careunit.terms.internal.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.TermsPoint;

/**
 * Values of the names in braces.
 *
 * @param unitName what the unit is called
 * @param handlingDays empty while there is no handling time: its braces stay
 */
public record PlaceholderValues(String unitName, OptionalInt handlingDays) {

    private static final int ROOM = TermsPoint.LONGEST;
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069]");

    private static final Pattern ONE_DAY = Pattern.compile(Pattern.quote(TermsPoint.HANDLING_DAYS)
            + "[ \\u00A0](helgfria[ \\u00A0])?((?:arbets|var|handläggnings)dag)ar\\b");

    public PlaceholderValues {
        // a name is what somebody wrote elsewhere, by other rules than those of a point
        unitName = HIDDEN.matcher(Normalizer.normalize(unitName, Normalizer.Form.NFC))
                .replaceAll("");
    }

    /** The point with everything filled in. */
    public TermsPoint in(TermsPoint point) {
        String text = in(point.text());
        return text.equals(point.text()) || text.length() > ROOM ? point : TermsPoint.of(point.id(), text);
    }

    /** As above; the same object if nothing is filled in. */
    public EffectivePoint in(EffectivePoint point) {
        TermsPoint filled = in(point.point());
        String said = point.point().text();
        Optional<String> regional = point.regional().map(text -> text.equals(said) ? filled.text() : in(text));
        EffectivePoint made = new EffectivePoint(filled, point.origin(), regional);
        return made.equals(point) ? point : made;
    }

    /** A text with everything filled in. */
    public String in(String text) {
        String named = text.replace(TermsPoint.UNIT_NAME, unitName);
        if (handlingDays.isEmpty()) {
            return named;
        }
        String days =
                handlingDays.getAsInt() == 1 ? ONE_DAY.matcher(named).replaceAll(PlaceholderValues::oneDay) : named;
        return days.replace(TermsPoint.HANDLING_DAYS, String.valueOf(handlingDays.getAsInt()));
    }

    /** "{handling.days} helgfria arbetsdagar" becomes "en helgfri arbetsdag". */
    private static String oneDay(MatchResult days) {
        String holidays = days.group(1) == null ? "" : "helgfri ";
        return "en " + holidays + days.group(2);
    }
}
