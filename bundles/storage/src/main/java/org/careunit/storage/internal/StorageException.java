package org.careunit.storage.internal;

/** A fault of ours or of the schema: the database answered, and the answer was no. */
final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    StorageException(String message) {
        super(message);
    }
}
