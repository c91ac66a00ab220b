package org.careunit.api.gateways;

import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A package that is being written. For use by one thread. */
@ConsumerType
public interface PackageDraft extends AutoCloseable {

    /**
     * Writes one case. One that cannot be written whole leaves nothing behind, and the next may follow.
     *
     * @return never null
     * @throws org.careunit.api.failure.UnavailableException if this node's disk does not take it, or the host does not
     *     give it, now
     */
    PackagedCase add(CaseToArchive one);

    /**
     * Makes durable what was written so far.
     *
     * @return where the next draft begins, at most 500 characters; never null
     */
    String position();

    /** Drops what was written after the last position. */
    @Override
    void close();

    /**
     * Result of adding a case.
     *
     * @param fault why it was left out, without personal data; empty if it is in the package
     * @param bytes that were read of it
     * @param replaced how many characters of its texts XML cannot hold and were replaced by U+FFFD
     */
    record PackagedCase(Optional<String> fault, long bytes, long replaced) {
        public PackagedCase {
            Objects.requireNonNull(fault, "fault");
        }

        /** A case that was left out. */
        public static PackagedCase faulty(String fault) {
            return new PackagedCase(Optional.of(fault), 0, 0);
        }
    }
}
