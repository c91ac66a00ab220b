package org.careunit.storage.internal.database;

import org.careunit.api.failure.CareunitException;

/** A fault of ours or of the schema: the database answered, and the answer was no. */
public final class StorageException extends CareunitException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
