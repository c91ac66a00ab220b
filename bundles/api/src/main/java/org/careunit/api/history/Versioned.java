package org.careunit.api.history;

import java.util.Objects;

/**
 * Something that can be changed, as it is now, with the version to name when saving over it.
 *
 * @param content never null
 * @param version the version that was saved last; 0 if none was saved and a default is used
 */
public record Versioned<T>(T content, long version) {

    public Versioned {
        Objects.requireNonNull(content, "content");
    }
}
