package org.careunit.api.gateways;

import org.careunit.api.failure.CareunitException;

/** What was written of a package is not on this node's disk: it is begun anew. */
public final class PackageLostException extends CareunitException {

    private static final long serialVersionUID = 1L;

    public PackageLostException(String message) {
        super(message);
    }
}
