package org.careunit.units.internal.shell;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.configuration.UndoneChange.Piece;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "configuration-undo",
        description = "Takes a change set back; what was changed again since is left and told")
public class ConfigurationUndoCommand extends OperatorCommand {

    @Argument(index = 0, name = "change set", required = true, description = "Its id, as the import told it")
    String changeSet;

    @Reference
    Configurations configurations;

    @Override
    protected Listing answer() {
        UndoneChange undone = configurations.undo(operator(), id());
        Listing listing = Listing.of("unit", "what", "outcome", "version", "by", "change set");
        undone.restored().forEach(piece -> row(listing, piece, "restored", undone.changeSet()));
        undone.conflicts().forEach(piece -> row(listing, piece, "changed again, left", undone.changeSet()));
        int left = undone.conflicts().size();
        return left == 0 ? listing : listing.failed("Left as they are, since they were changed again: " + left);
    }

    private static void row(Listing listing, Piece piece, String outcome, UUID set) {
        listing.row(piece.unit(), piece.path(), outcome, piece.version(), piece.actor(), set);
    }

    private UUID id() {
        try {
            return UUID.fromString(changeSet.strip());
        } catch (IllegalArgumentException otherForm) {
            throw new RefusedException(
                    CommandProblem.ARGUMENT.with("This is not the id of a change set: copy it from the import's table"),
                    otherForm);
        }
    }
}
