package org.careunit.api.terms;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * Which words: the versions that they were merged from, and what they come to.
 *
 * @param region the version of the region's text; 0 for the one that Careunit ships, or where there is none
 * @param unit the version of the unit's own; 0 if it has none in force
 * @param sha256 of the canonical merged points: 64 small hexadecimal digits; never null
 */
public record TermsVersion(long region, long unit, String sha256) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws RefusedException if the hash has another form, or a version is negative */
    public TermsVersion {
        Objects.requireNonNull(sha256, "sha256");
        if (!HASH.matcher(sha256).matches()) {
            throw ValueProblem.TERMS_HASH.refused();
        }
        if (region < 0 || unit < 0) {
            throw ValueProblem.TERMS_VERSION.refused();
        }
    }
}
