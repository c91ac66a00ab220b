package org.careunit.mail.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.mail.internal.Config;
import org.careunit.mail.internal.SentMails;
import org.careunit.operations.HostileWords;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about mail that came back. */
class BounceCommandsTest {

    @TempDir
    Path directory;

    private final BounceExplainCommand explain = new BounceExplainCommand();

    @Test
    void whatIsNoMailIsExplainedAsNoneAndWhatIsNoFileIsRefused() throws Exception {
        explain.mails = nothingSent();
        HostileWords.assertPlainAnswers(explain, word -> explain.file = word);
        Path file = directory.resolve("mail.eml");
        explain.file = file.toString();
        assertThat(succeeds(explain)).isFalse();
        HostileWords.assertPlainAnswers(explain, word -> write(file, word));
        Files.writeString(file, "Subject: Hej\r\n\r\nEtt mejl.\r\n");
        assertThat(succeeds(explain)).isTrue();
        assertThat(run(explain)).contains("kind", "why");
    }

    @Test
    void withoutWhatTheyNeedBothSayWhereToLook() {
        explain.file = "mail.eml";
        assertThat(run(explain)).contains("careunit:health");
        assertThat(run(new BounceCheckCommand())).contains("careunit:health");
        assertThat(succeeds(new BounceCheckCommand())).isFalse();
    }

    private static SentMails nothingSent() {
        DeliveryReports reports = Stub.of(DeliveryReports.class, Map.of("messageOf", asked -> Optional.empty()));
        return new SentMails(Config.plain(1).read(), reports);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text.replace("\uD800", "?"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
