package org.careunit.archive.internal.targets;

import java.io.IOException;

/** A target answered, and not as it should. */
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
