package org.careunit.api.gateways;

import java.util.Objects;

/**
 * A package that is complete on this node's disk.
 *
 * @param bytes its size
 * @param sha256 of the whole file, 64 hexadecimal digits; never null
 */
public record FinishedPackage(long bytes, String sha256) {

    public FinishedPackage {
        Objects.requireNonNull(sha256, "sha256");
    }
}
