package org.careunit.api.terms;

import java.util.Objects;

/**
 * What a resident reads before sending.
 *
 * @param version to be named when accepting; never null
 * @param shown never null
 */
public record TermsToAccept(TermsVersion version, TermsPreview shown) {

    public TermsToAccept {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(shown, "shown");
    }
}
