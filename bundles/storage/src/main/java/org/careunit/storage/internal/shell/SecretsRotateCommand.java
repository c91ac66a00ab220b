package org.careunit.storage.internal.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.internal.node.StorageComponent;
import org.careunit.storage.internal.node.StorageNode;
import org.careunit.storage.internal.secrets.SecretFile;

@Service
@Command(
        scope = "careunit",
        name = "secrets-rotate",
        description =
                "Adds a new secret for a purpose to the file with the secrets; the older ones stay, to look up with")
public class SecretsRotateCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "purpose",
            required = true,
            description = "address, person-number, resident, receipt-key or audit")
    @Completion(
            value = StringsCompleter.class,
            values = {"address", "person-number", "resident", "receipt-key", "audit"})
    String purpose;

    @Reference
    StorageComponent storage;

    @Override
    protected Listing answer() {
        return rotate(new SecretFile(node(storage).secrets()), purpose)
                .row(3, "Restart the nodes, one after the other");
    }

    public static StorageNode node(StorageComponent storage) {
        return storage.opener()
                .node()
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.DATABASE,
                        "The store is closed: " + storage.opener().closedBecause()));
    }

    public static Listing rotate(SecretFile file, String word) {
        Purpose purpose = purpose(word);
        String added = SecretFile.name(purpose, file.add(purpose));
        return Listing.of("step", "what")
                .row(1, added + " is in " + file + " now; it is used from the next start on. Back the file up")
                .row(2, "Copy the file to every other node, owner and mode 600 as here");
    }

    private static Purpose purpose(String word) {
        return Arrays.stream(Purpose.values())
                .filter(one -> wordOf(one).equals(word))
                .findFirst()
                .orElseThrow(() -> CommandProblem.ARGUMENT.refused("There is no purpose " + word + ": write one of "
                        + Arrays.stream(Purpose.values())
                                .map(SecretsRotateCommand::wordOf)
                                .collect(Collectors.joining(", "))));
    }

    public static String wordOf(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
