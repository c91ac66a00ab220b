package org.careunit.api.staff;

import org.careunit.api.failure.ConflictException;

/**
 * The same person's settings were saved meanwhile, as from another window. Nothing was changed; both versions are here,
 * to choose between or merge.
 */
public class PersonalSettingsConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient PersonalChoices refused;
    private final transient Profile current;

    public PersonalSettingsConflictException(String message, PersonalChoices refused, Profile current) {
        super(message);
        this.refused = refused;
        this.current = current;
    }

    /** What was to be saved. */
    public PersonalChoices refused() {
        return refused;
    }

    /** What stands there now, to be saved over by naming its version. */
    public Profile current() {
        return current;
    }
}
