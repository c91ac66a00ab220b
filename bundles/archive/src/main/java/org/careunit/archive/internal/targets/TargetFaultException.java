package org.careunit.archive.internal.targets;

import java.io.IOException;

/** Thrown if a target answered otherwise than it should. */
public final class TargetFaultException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ArchiveFault fault;

    TargetFaultException(ArchiveFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    TargetFaultException(ArchiveFault fault, String message, IOException cause) {
        super(message, cause);
        this.fault = fault;
    }

    ArchiveFault fault() {
        return fault;
    }
}
