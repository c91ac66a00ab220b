package org.careunit.notifications.internal.shell;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Service
@Command(
        scope = "careunit",
        name = "event-refused",
        description = "Shows the texts from EventAdmin that could not be taken in; replays or discards them on request")
public class EventRefusedCommand extends OperatorCommand {

    private static final Logger LOG = LoggerFactory.getLogger(EventRefusedCommand.class);

    @Argument(index = 0, name = "files", multiValued = true, description = "Names of files; none for all of them")
    @Completion(RefusedTextCompleter.class)
    List<String> files = List.of();

    @Option(
            name = "--replay",
            description = "Take them in again, for example after an upgrade or after mending the files")
    boolean replay;

    @Option(name = "--discard", description = "Delete the files that are named")
    boolean discard;

    private int refusedAgain;

    @Reference
    EventAdminReceiver door;

    @Reference
    PlatformEvents events;

    private final EventJson json = new EventJson();

    @Override
    protected Listing answer() {
        refusedAgain = 0;
        if (replay && discard) {
            throw CommandProblem.ARGUMENT.refused("Write --replay or --discard, not both");
        }
        if (discard && files.isEmpty()) {
            throw CommandProblem.ARGUMENT.refused("Name the files to discard: what is discarded is gone");
        }
        Listing listing = Listing.of("file", "bytes", "result").whenEmpty("No texts are set aside.");
        try {
            for (Path file : chosen()) {
                listing.row(file.toAbsolutePath(), Files.size(file), result(file));
            }
        } catch (IOException failure) {
            throw new UnavailableException(
                    UnavailableProblem.FILES,
                    "A text that is set aside cannot be read or deleted: " + failure.getMessage(),
                    failure);
        }
        return refusedAgain == 0
                ? listing
                : listing.failed(refusedAgain + " texts are refused still, and stay where they are");
    }

    private List<Path> chosen() throws IOException {
        if (files.isEmpty()) {
            return door.refused().files();
        }
        List<Path> chosen = new ArrayList<>();
        for (String name : files) {
            chosen.add(door.refused().file(name));
        }
        return chosen;
    }

    private String result(Path file) throws IOException {
        if (discard) {
            Files.delete(file);
            LOG.info("{} was discarded by {}", file.getFileName(), operator().label());
            return "discarded";
        }
        return replay ? replayed(file) : "set aside: " + why(file);
    }

    private String replayed(Path file) throws IOException {
        try {
            events.acceptJson(operator(), text(file));
            Files.delete(file);
            return "committed";
        } catch (RefusedException still) {
            refusedAgain++;
            return still.getMessage();
        }
    }

    /** What is wrong with the text, as far as it can be determined. */
    private String why(Path file) throws IOException {
        try {
            json.read(text(file));
            return "its text is right; the log says why it failed";
        } catch (RefusedException wrong) {
            return wrong.getMessage();
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
