package org.careunit.itests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.careunit.itests.demo.host.Report;
import org.junit.jupiter.api.Test;

/** A story that breaks off is shown as far as it came, with the reason. */
class ShowTest {

    @Test
    void aStoryThatBreaksOffSaysWhy() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Report report = new Report();
        report.check("the story is told to its end: the directory is away", false);

        new Show(new PrintStream(shown, true, StandardCharsets.UTF_8)).all(report, List.of(), List.of());

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("NO", "the story is told to its end: the directory is away")
                .doesNotContain("== " + Report.STAFF);
    }
}
