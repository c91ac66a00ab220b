package org.careunit.storage.internal.database;

/** A fault of ours or of the schema: the database answered, and the answer was no. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
