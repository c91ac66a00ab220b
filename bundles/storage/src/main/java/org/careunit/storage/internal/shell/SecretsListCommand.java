package org.careunit.storage.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.internal.node.StorageComponent;
import org.careunit.storage.internal.secrets.SecretUses;

@Service
@Command(
        scope = "careunit",
        name = "secrets-list",
        description = "Counts the rows that were made with each secret; shows no secret")
public class SecretsListCommand extends OperatorCommand {

    @Reference
    StorageComponent storage;

    @Override
    protected Listing answer() {
        return listing(SecretsRotateCommand.node(storage).secretUses().list());
    }

    public static Listing listing(List<SecretUses.Use> uses) {
        Listing listing = Listing.of("purpose", "number", "in-use", "rows");
        uses.forEach(use -> listing.row(
                SecretsRotateCommand.wordOf(use.purpose()),
                use.number().map(Object::toString).orElse("unknown"),
                use.inUse(),
                use.rows()));
        return listing;
    }
}
