package org.careunit.api.terms;

import java.util.List;
import java.util.Objects;

/**
 * Terms as residents see them.
 *
 * @param name what the case type is called: the heading; never null
 * @param explanation the first point, which stands under the name; never null
 * @param first the second and third point, the first bullets; never null, without those there are not
 * @param more the other points, which appear after "Visa fullständig information"; never null, may be empty
 * @param html all of that as a page of its own, in Swedish, that keeps to WCAG 2.1 AA; without scripts, and with
 *     whatever the texts hold escaped; never null
 */
public record TermsPreview(String name, String explanation, List<String> first, List<String> more, String html) {
    public TermsPreview {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(explanation, "explanation");
        first = List.copyOf(first);
        more = List.copyOf(more);
        Objects.requireNonNull(html, "html");
    }

    public TermsPreview withName(String name) {
        return new TermsPreview(name, explanation, first, more, html);
    }

    public TermsPreview withExplanation(String explanation) {
        return new TermsPreview(name, explanation, first, more, html);
    }

    public TermsPreview withFirst(List<String> first) {
        return new TermsPreview(name, explanation, first, more, html);
    }

    public TermsPreview withMore(List<String> more) {
        return new TermsPreview(name, explanation, first, more, html);
    }

    public TermsPreview withHtml(String html) {
        return new TermsPreview(name, explanation, first, more, html);
    }
}
