package org.careunit.directory.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.util.Locale;
import java.util.Map;
import org.careunit.api.identity.StaffId;
import org.careunit.directory.internal.AnswerCache;
import org.careunit.directory.internal.Configs;
import org.careunit.directory.internal.Port;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.operations.HostileWords;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String UNIT = "SE1111111111-U001";
    private static final String STAFF = "SE1111111111-A001";

    @Test
    void findsStaffAndUnits() throws Exception {
        try (DirectoryPeer peer = peer();
                Port port = port(peer)) {
            peer.staff(STAFF, UNIT, "Test", "Testsson")
                    .with("mail", "test@example.org")
                    .add();

            assertThat(find(port, STAFF.toLowerCase(Locale.ROOT)))
                    .contains("staff", "Test Testsson", "test@example.org", "2026-03-02");
            assertThat(find(port, UNIT)).contains("unit", "Mottagningen Test");
            assertThat(find(port, "SE1111111111-NONE")).contains("EK knows neither");
            assertThat(find(port, "nonsense")).contains("is not an HSA-id");
        }
    }

    @Test
    void aScriptSeesWhetherSomebodyIsFound() throws Exception {
        try (DirectoryPeer peer = peer();
                Port port = port(peer)) {
            peer.staff(STAFF, UNIT, "Test", "Testsson").add();
            DirectoryFindCommand command = new DirectoryFindCommand();
            command.directory = port.directory;
            command.id = STAFF;
            assertThat(succeeds(command)).isTrue();
            command.id = "SE1111111111-NONE";
            assertThat(succeeds(command)).isFalse();
            HostileWords.assertPlainAnswers(command, word -> command.id = word);
        }
    }

    @Test
    void withoutTheDirectoryTheCheckSaysWhereToLook() {
        assertThat(run(new DirectoryCheckCommand())).contains("careunit:health");
        assertThat(succeeds(new DirectoryCheckCommand())).isFalse();
    }

    @Test
    void showsNothingByWhichAProtectedPersonCouldBeFound() throws Exception {
        try (DirectoryPeer peer = peer();
                Port port = port(peer)) {
            peer.staff(STAFF, UNIT, "Test", "Testsson")
                    .with("mail", "test@example.org")
                    .with("mobile", "+46 70 000 00 00")
                    .with("hsaConfidentialPerson", "TRUE")
                    .add();

            assertThat(find(port, STAFF)).contains(STAFF, "true").doesNotContain("Testsson", "example.org", "+46");
        }
    }

    @Test
    void checksTheWayToEk() throws Exception {
        try (DirectoryPeer peer = peer();
                Port port = port(peer)) {
            DirectoryCheckCommand command = new DirectoryCheckCommand();
            command.directory = port.directory;

            peer.staff(STAFF, UNIT, "Test", "Testsson").add();
            assertThat(run(command))
                    .contains(
                            "127.0.0.1:" + peer.port(), "fine", "found the base DN", "staff: mobile", "nobody has it");
            assertThat(succeeds(command)).isTrue();
            peer.stop();
            assertThat(run(command)).contains("later", "no connection");
            assertThat(succeeds(command)).isFalse();
        }
    }

    @Test
    void givesWhatIsRememberedThoughTheOtherKindIsNot() throws Exception {
        try (DirectoryPeer peer = peer();
                Port port = port(peer)) {
            peer.staff(STAFF, UNIT, "Test", "Testsson").add();
            port.directory.staff(StaffId.of(STAFF));
            peer.stop();

            assertThat(find(port, STAFF)).contains("staff", "Test Testsson");
            assertThat(find(port, UNIT)).contains("EK cannot be asked now");
        }
    }

    private static DirectoryPeer peer() {
        DirectoryPeer peer = DirectoryPeer.start();
        peer.unit(UNIT, "Mottagningen Test").add();
        return peer;
    }

    private static Port port(DirectoryPeer peer) throws Exception {
        return new Port(Configs.plain(peer, Map.of()), new SettableClock(), new AnswerCache());
    }

    private static String find(Port port, String id) throws Exception {
        DirectoryFindCommand command = new DirectoryFindCommand();
        command.directory = port.directory;
        command.id = id;
        return run(command);
    }
}
