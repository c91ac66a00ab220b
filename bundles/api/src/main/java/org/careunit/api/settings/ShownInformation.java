package org.careunit.api.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;

/**
 * Information about a unit that residents see, with its origin.
 *
 * @param shown what residents see: the unit's value where it has one, else EK's, and for the name at last the one it
 *     joined under; the telephone number as it is written in Sweden; never null
 * @param own what the unit says in place of EK; never null
 * @param directory what EK says, when it said so, and whether that is stale; nothing in it if EK does not know the
 *     unit; empty if EK cannot be asked and nothing is remembered; never null
 * @param page the unit's page on 1177.se, if EK has one and the unit shows it; never null
 * @param proposed the care types that the unit's business codes in EK mean, by the catalogue; none if EK has no code,
 *     cannot be asked, or the catalogue knows none of them. What residents find the unit by is what the unit has saved;
 *     never null
 * @param unreadableHours EK's hours in a form that cannot be read, as they are written there, by the name of the value
 *     such as {@code openingHours}, where the unit has none of its own: to be shown as they are, marked; never null
 */
public record ShownInformation(
        UnitInformation shown,
        UnitInformation own,
        Optional<DirectoryAnswer<UnitInformation>> directory,
        Optional<URI> page,
        CareTypes proposed,
        Map<String, List<String>> unreadableHours) {
    public ShownInformation {
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(proposed, "proposed");
        unreadableHours = Map.copyOf(unreadableHours);
    }

    public ShownInformation withShown(UnitInformation shown) {
        return new ShownInformation(shown, own, directory, page, proposed, unreadableHours);
    }

    public ShownInformation withOwn(UnitInformation own) {
        return new ShownInformation(shown, own, directory, page, proposed, unreadableHours);
    }

    public ShownInformation withDirectory(Optional<DirectoryAnswer<UnitInformation>> directory) {
        return new ShownInformation(shown, own, directory, page, proposed, unreadableHours);
    }

    public ShownInformation withPage(Optional<URI> page) {
        return new ShownInformation(shown, own, directory, page, proposed, unreadableHours);
    }

    public ShownInformation withProposed(CareTypes proposed) {
        return new ShownInformation(shown, own, directory, page, proposed, unreadableHours);
    }

    public ShownInformation withUnreadableHours(Map<String, List<String>> unreadableHours) {
        return new ShownInformation(shown, own, directory, page, proposed, unreadableHours);
    }
}
