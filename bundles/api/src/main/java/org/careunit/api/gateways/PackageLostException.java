package org.careunit.api.gateways;

import org.careunit.api.failure.CareunitException;

/** Thrown if the partial package is not on this node's disk, so that it must be started again. */
public final class PackageLostException extends CareunitException {

    private static final long serialVersionUID = 1L;

    public PackageLostException(String message) {
        super(message);
    }
}
