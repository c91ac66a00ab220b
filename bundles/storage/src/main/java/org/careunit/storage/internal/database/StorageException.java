package org.careunit.storage.internal.database;

import org.careunit.api.failure.CareunitException;

/** Thrown if the database rejects a statement, by a fault of ours or of the schema. */
public final class StorageException extends CareunitException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
