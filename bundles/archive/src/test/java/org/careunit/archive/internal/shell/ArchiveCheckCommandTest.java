package org.careunit.archive.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.careunit.archive.internal.ArchiveMetrics;
import org.careunit.archive.internal.ArchiveRoutes;
import org.careunit.archive.internal.ArchiveTargets;
import org.careunit.archive.internal.SipArchiveGateway;
import org.careunit.archive.internal.TargetSettingsReader;
import org.careunit.archive.internal.packages.SipPackages;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script sees whether packages can be put at all targets. */
class ArchiveCheckCommandTest {

    @TempDir
    Path home;

    private final ArchiveCheckCommand command = new ArchiveCheckCommand();

    @Test
    void itFailsWhileATargetTakesNothing() throws Exception {
        Path folder = Files.createDirectory(home.resolve("folder"));
        command.targets = new ArchiveTargets(Clock.systemUTC());
        command.targets.addTarget(
                TargetSettingsReader.read("default", Map.of("directory", folder.toString()), AllowedHosts.ALL));
        try (TestRoutes routes = new TestRoutes(new ArchiveRoutes())) {
            command.gateway = new SipArchiveGateway(
                    routes, command.targets, new ArchiveMetrics(), new SipPackages(home.resolve("staging"), "1.2.3"));
            assertThat(run(command)).contains("Packages can be put there");
            assertThat(succeeds(command)).isTrue();
            Files.delete(folder);
            Files.writeString(folder, "a file where the folder was");
            assertThat(run(command)).contains("1 targets cannot take packages");
            assertThat(succeeds(command)).isFalse();
        }
    }

    @Test
    void withoutTheArchiveItSaysWhereToLook() {
        assertThat(run(command)).contains("careunit:health");
        assertThat(succeeds(command)).isFalse();
    }
}
