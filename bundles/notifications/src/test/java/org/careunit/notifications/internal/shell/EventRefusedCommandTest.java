package org.careunit.notifications.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.careunit.api.events.PlatformEvents;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.HostileWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over texts that could not be taken in. */
class EventRefusedCommandTest {

    @TempDir
    Path base;

    @Test
    void aTextThatIsRefusedAgainFailsTheReplay() throws Exception {
        EventAdminReceiver door = new EventAdminReceiver(new NotificationsSettings(base, Map.of()));
        String name = door.refused().add("{\"x\":{");
        EventRefusedCommand command = new EventRefusedCommand();
        command.door = door;
        command.events = (PlatformEvents) Proxy.newProxyInstance(
                PlatformEvents.class.getClassLoader(),
                new Class<?>[] {PlatformEvents.class},
                (proxy, method, given) -> {
                    throw CommandProblem.ARGUMENT.refused("Refused, on purpose");
                });
        assertThat(run(command)).contains(name, "set aside");
        command.replay = true;
        assertThat(run(command)).contains("Refused, on purpose", "1 texts are refused still");
        assertThat(succeeds(command)).isFalse();
        assertThat(door.refused().files()).hasSize(1);
        command.replay = false;
        command.discard = true;
        assertThat(run(command)).contains("Name the files to discard");
        command.files = List.of("event-0.json");
        assertThat(run(command)).contains("No text is set aside under that name");
        command.files = List.of(name);
        assertThat(run(command)).contains("discarded").doesNotContain("refused still");
        assertThat(door.refused().files()).isEmpty();
        HostileWords.assertPlainAnswers(command, word -> command.files = List.of(word));
        door.close();
    }
}
