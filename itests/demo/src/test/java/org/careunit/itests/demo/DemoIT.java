package org.careunit.itests.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the demo as people do. */
class DemoIT {

    private static final Path OUTPUT = Path.of("target", "demo-output.txt");

    private Process demo;

    @Test
    void tellsItsStoryAndEnds() throws Exception {
        start("--once");

        assertThat(demo.waitFor(600, SECONDS)).as("ended").isTrue();
        assertThat(demo.exitValue()).as(Files.readString(OUTPUT)).isZero();
        assertThat(OUTPUT)
                .content()
                .contains("== What came in", "== What went out", "== What was refused")
                .contains("== How a unit joins", "nobody's address is lost")
                .contains(
                        "== The checklist of another unit that has just joined", "NOT DONE", "Välj minst en ärendetyp")
                .contains("== The checklist when the unit is ready", "Platshållaren XX-kliniken är kvar")
                .contains("Visa fullständig information", "== The receipt of the terms", "NOT GENUINE")
                .contains("yes     a unit goes from nothing to ready, point by point")
                .contains("yes     the check says where each placeholder stands and what to do about it")
                .contains("yes     a resident may send two types, and is told why not the others")
                .contains("yes     a receipt is genuine after other terms were published")
                .contains("PERMANENT_FAILURE", "SUPPRESSED", "NO_RECIPIENT", "CANCELLED")
                .contains("To:         mottagning.1@example.org", "Demomottagningen 1 har fått ett nytt ärende")
                .contains("24 units and 240 staff have joined", "each of them once, and nothing else did");
        assertCaseLife(Files.readString(OUTPUT));
        assertOtherSystems(Files.readString(OUTPUT));
    }

    private static void assertCaseLife(String shown) {
        assertThat(shown)
                .contains("== What a case will lead to (tidslinje)", "== A case's life, on a clock that the demo moves")
                .containsPattern("Mon \\d+ \\w+ 13:05 +a case receiver gives it to a handler +given by email")
                .containsPattern("08:00 +a working day has passed without a first reply +first reply by email")
                .containsPattern("Mon \\d+ \\w+ 08:00 +three working days have passed.* +overdue by email")
                .containsPattern("10:00 +the handler asks a counter-question: the clock rests +\\(none\\)")
                .containsPattern("Sat \\d+ \\w+ 08:30 +three days unread, but quiet hours last until 09:00 +\\(none")
                .containsPattern("Sat \\d+ \\w+ 09:00 +quiet hours have ended +unread by email +i\\*+@")
                .contains("yes     each message left at the minute that the timeline had said before")
                .contains("== Why another case led to no message at all", "Varför inte")
                .contains("yes     of a case that led to nothing, Careunit says for each kind of news why not")
                .contains("== The unit's figures (statistik)")
                .contains("yes     the unit's figures count the case");
    }

    private static void assertOtherSystems(String shown) {
        assertThat(shown)
                .containsPattern(" +overdue by sms +\\+46\\*+05")
                .containsPattern(" +unread by sms +\\+46\\*+06")
                .containsPattern("\\+46701740606 +Du har något att läsa i 1177 e-tjänster")
                .containsPattern("yes     each of the \\d+ SMS that left by the ledger reached the SMS centre, once")
                .contains("yes     no personal data is in the SMS")
                .containsPattern("the e-mail about a new case comes back +PERMANENT_FAILURE +Returned: 550 5\\.1\\.6")
                .containsPattern("the next new case +SUPPRESSED")
                .containsPattern("the case is answered +DELIVERED")
                .containsPattern("DEMOE14/DEMO-0401/1 +completed")
                .contains("== The unit's ended cases go to the archive", "METS.xml")
                .contains("calls the package valid");
        assertThat(shown).doesNotContainPattern("(?m)^NO ");
    }

    @Test
    void explainsItselfToWhoeverAsksForSomethingElse() throws Exception {
        start("--twice");

        assertThat(demo.waitFor(60, SECONDS)).as("ended").isTrue();
        assertThat(demo.exitValue()).isEqualTo(2);
        assertThat(OUTPUT).content().contains("--once");
    }

    private void start(String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        demo = new ProcessBuilder(
                        java.toString(), "-jar", Path.of("target", "demo.jar").toString(), arguments[0])
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile())
                .start();
    }

    @AfterEach
    void stop() {
        demo.destroy();
    }
}
