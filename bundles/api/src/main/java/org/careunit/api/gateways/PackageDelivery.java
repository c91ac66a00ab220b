package org.careunit.api.gateways;

import java.util.Objects;

/**
 * Progress of delivering a package to the archive.
 *
 * @param target the target's name; never null
 * @param bytes that are there
 * @param complete whether all of it is there, under its final name
 */
public record PackageDelivery(String target, long bytes, boolean complete) {

    public PackageDelivery {
        Objects.requireNonNull(target, "target");
    }
}
