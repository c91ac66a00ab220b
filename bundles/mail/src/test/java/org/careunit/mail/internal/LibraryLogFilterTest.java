package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.careunit.itests.peers.MailPeer;
import org.junit.jupiter.api.Test;

/** With everything logged, nothing of a message is. */
class LibraryLogFilterTest {

    @Test
    void nothingOfAMessageIsLoggedAtTheFinestLevel() throws Exception {
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Lines lines = new Lines();
        root.addHandler(lines);
        root.setLevel(Level.ALL);
        try (MailPeer peer = new MailPeer(Clock.systemUTC()).start();
                MailFixture bench = new MailFixture(Config.plain(peer.port()))) {
            bench.send();
            peer.faults().refuse(org.careunit.itests.peers.MailStage.RCPT, "550 5.1.1 No test.testsson here");
            bench.send();
        } finally {
            root.setLevel(before);
            root.removeHandler(lines);
        }
        assertThat(lines.said).noneMatch(line -> line.contains("testsson") || line.contains("ärende"));
    }

    @Test
    void aMailPrintsItsIdAlone() {
        assertThat(MailFixture.mail("Hemligt", "Hemligare").toString()).doesNotContain("Hemlig", "example.org");
    }

    private static final class Lines extends Handler {

        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            String name = String.valueOf(line.getLoggerName());
            if (name.contains("mail") && !name.contains("subethasmtp")) {
                said.add(name + " " + line.getMessage() + " "
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
