package org.careunit.itests.demo.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        Report written = new Report();
        Table table = written.add(new Table(Report.WENT_OUT, "Event", "Said about it"));
        table.add("demo-01", "");
        table.add("", "två\trader\r\n och å, ä, ö ");
        written.check("all is well", true);
        written.check("nothing is", false);

        written.write(folder.resolve("report.txt"));

        Report read = Report.read(folder.resolve("report.txt"));
        assertThat(read.table(Report.WENT_OUT).lines())
                .containsExactly(
                        List.of("Event", "Said about it"),
                        List.of("demo-01", ""),
                        List.of("", "två rader / och å, ä, ö"));
        assertThat(read.table(Report.CHECKS).rows())
                .containsExactly(List.of("yes", "all is well"), List.of("NO", "nothing is"));
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("report.txt"));
    }

    @Test
    void hasEmptyTablesForWhatWasNotReported() {
        assertThat(new Report().table(Report.REFUSED).rows()).isEmpty();
    }
}
