package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * The text that an author continues from: the newest version, published or not, with nothing filled in.
 *
 * @param text with what is inherited; empty if nobody has written anything
 * @param draft whether it has yet to be published
 */
public record TermsDraft(Optional<TermsText> text, boolean draft) {

    public TermsDraft {
        Objects.requireNonNull(text, "text");
    }
}
