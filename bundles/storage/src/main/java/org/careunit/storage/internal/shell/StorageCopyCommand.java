package org.careunit.storage.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.operations.HiddenPrompt;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.internal.node.StorageComponent;
import org.careunit.storage.internal.node.StorageSettings.Server;

@Service
@Command(
        scope = "careunit",
        name = "storage-copy",
        description =
                "Closes the embedded store and copies it to an empty PostgreSQL database; the store then waits for the"
                        + " configuration that names that database")
public class StorageCopyCommand extends OperatorCommand {

    @Option(
            name = "--url",
            required = true,
            description = "The database to copy to, jdbc:postgresql://host:5432/database, as careunit.storage takes it")
    String url;

    @Option(name = "--user", required = true, description = "Whom to log in as; the password is asked for")
    String user;

    @Reference
    StorageComponent storage;

    @Reference
    Session console;

    @Override
    protected Listing answer() {
        Server server = new Server(url, user, HiddenPrompt.read(console, "Password"));
        Listing listing = Listing.of("table", "rows");
        storage.opener().copyTo(server).forEach(listing::row);
        return listing.row(
                "NEXT", "set url, user and .password of careunit.storage; the store stays closed until then");
    }
}
