package org.careunit.storage.documents;

import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Versioned;

/** Thrown if another version of the document was saved meanwhile. Carries that version, so that both can be shown. */
public final class StaleVersionException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient Document newest;
    private final long expected;

    public StaleVersionException(long expected, Document current) {
        super(current.id() + " is at version " + current.version() + ", saved by "
                + current.content().actor() + ", and not at version " + expected + " any more: read it again and"
                + " repeat the change");
        this.expected = expected;
        this.newest = current;
    }

    /** The version that the caller had read; 0 when it had seen none. */
    public long expected() {
        return expected;
    }

    /** The newest version as it is now; null only after the exception was serialised. */
    public Document newest() {
        return newest;
    }

    /** The same as a conflict of records: what was to be saved, and what is stored. */
    public ConflictException between(Object refused, Versioned<?> current) {
        return new ConflictException(getMessage(), refused, current);
    }
}
