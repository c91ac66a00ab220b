package org.careunit.directory.internal;

import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.directory.internal.Settings.Login;

/**
 * What is known of the configuration.
 *
 * @param settings empty if it is wrong
 * @param wrong what is wrong with it; empty if nothing is
 */
record State(Optional<Settings> settings, String wrong) {

    static final String UNSET = "url in careunit.directory is empty";

    static State of(DirectoryConfig config) {
        try {
            return new State(Optional.of(SettingsReader.read(config)), "");
        } catch (RefusedException e) {
            return new State(Optional.empty(), e.getMessage());
        }
    }

    Optional<Login> login() {
        return settings.flatMap(Settings::login);
    }

    /** Whether it is right and names no directory. */
    boolean isUnset() {
        return settings.isPresent() && login().isEmpty();
    }

    /** What there is to say without asking EK. */
    Diagnosis diagnosis() {
        return isUnset()
                ? new Diagnosis(Diagnosis.Verdict.UNSET, "", "No directory is set up: " + UNSET, 0)
                : new Diagnosis(Diagnosis.Verdict.TO_MEND, "", wrong, 0);
    }
}
