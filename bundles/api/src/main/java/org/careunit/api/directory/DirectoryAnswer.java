package org.careunit.api.directory;

import java.time.Instant;
import java.util.Objects;

/**
 * Answer of the directory with its time.
 *
 * @param found the answer; never null
 * @param asOf when the directory gave it; never null
 * @param stale whether it is an earlier answer, served because the directory cannot be asked now
 */
public record DirectoryAnswer<T>(T found, Instant asOf, boolean stale) {

    public DirectoryAnswer {
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(asOf, "asOf");
    }
}
