package org.careunit.notifications.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:event-refused}. */
@Service
@Command(
        scope = "careunit",
        name = "event-refused",
        description = "Shows the texts from EventAdmin that are no events; tries them again on request")
public class EventRefusedCommand extends OperatorCommand {

    @Option(name = "--replay", description = "Try them again, for example after an upgrade or after mending the files")
    boolean replay;

    @Reference
    EventDoor door;

    @Reference
    PlatformEvents events;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("file", "bytes", "result").whenEmpty("No texts are set aside.");
        try {
            for (Path file : files()) {
                listing.row(file.toAbsolutePath(), Files.size(file), replay ? replayed(file) : "set aside");
            }
            return listing;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(door.refused())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(door.refused())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private String replayed(Path file) throws IOException {
        try {
            events.acceptJson(operator(), Files.readString(file, StandardCharsets.UTF_8));
            Files.delete(file);
            return "committed";
        } catch (RefusedException still) {
            return still.getMessage();
        }
    }
}
