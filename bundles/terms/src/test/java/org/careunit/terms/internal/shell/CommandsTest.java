package org.careunit.terms.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;
import static org.careunit.operations.TestConsole.succeeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.terms.Receipt;
import org.careunit.terms.internal.TermsServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the services, on the embedded store. */
class CommandsTest {

    private static final String UNIT = TermsServices.UNIT.value();
    private static final String TEXT =
            "{\"points\":[{\"id\":\"a\",\"text\":\"Hos {unit.name}\"},{\"id\":\"b\",\"text\":\"Svar inom %s arbetsdagar\"}]}";

    @TempDir
    Path directory;

    private TermsServices services;

    @BeforeEach
    void open() throws Exception {
        services = new TermsServices(directory);
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void aTextIsEditedCheckedPublishedAndRestored() throws IOException {
        assertThat(edit(UNIT, "X")).contains("a", "1", "true", "Svar inom X arbetsdagar");
        assertThat(check()).contains("error", "Platshållaren X är kvar");
        assertThat(succeeds(named(new TermsCheckCommand()))).isFalse();
        TermsPublishCommand publish = named(new TermsPublishCommand());
        assertThat(run(publish)).contains("The text cannot be published");
        edit(UNIT, "5");
        assertThat(check()).contains("warning", "5 arbetsdagar", "bara 2 punkter");
        assertThat(succeeds(named(new TermsCheckCommand()))).isTrue();
        assertThat(run(publish)).contains("3", "published");

        TermsShowCommand show = named(new TermsShowCommand());
        assertThat(run(show)).contains("Hos Mottagning A", "unit", "true", "0/3");
        show.html = true;
        assertThat(runForScripts(show)).contains("<h1>Boka tid");

        TermsDiffCommand diff = named(new TermsDiffCommand());
        diff.before = 1;
        assertThat(run(diff)).contains("Svar inom X arbetsdagar", "Svar inom 5 arbetsdagar");
        TermsRestoreCommand restore = named(new TermsRestoreCommand());
        assertThat(run(restore)).contains("Boka tid is active");
        services.closeType();
        assertThat(run(restore)).contains("given up");
        restore.version = 77;
        assertThat(run(restore)).contains("There is no version 77");
        assertThat(runForScripts(named(new TermsHistoryCommand()))).contains("\"version\":4", "\"state\":\"draft\"");
    }

    @Test
    void aFindingIsSaidToBeMeantAndTakenBack() throws IOException {
        edit(UNIT, "X");
        TermsIntendedCommand intended = named(new TermsIntendedCommand());
        assertThat(run(intended)).contains("Nobody has marked");
        intended.point = "b";
        assertThat(run(intended)).contains("Name the point, and where");
        intended.start = 0;
        assertThat(run(intended)).contains("finds nothing that starts at 0 in point b");
        intended.start = 10;
        assertThat(run(intended)).contains("1", "terms.placeholder", "Svar inom X arbetsdagar", "operator:");
        assertThat(check()).contains("note", "operator:").doesNotContain("error");
        assertThat(run(named(new TermsPublishCommand()))).contains("published");
        intended.number = 2;
        assertThat(run(intended)).contains("There is no number 2");
        intended.number = 1;
        assertThat(run(intended)).contains("Nobody has marked");
        assertThat(check()).contains("error");
    }

    @Test
    void aRegionsFindingIsSaidToBeMeant() throws IOException {
        edit("01", "X");
        TermsIntendedCommand intended = named(new TermsIntendedCommand());
        intended.place = "01";
        intended.point = "b";
        intended.start = 10;
        assertThat(run(intended)).contains("Svar inom X arbetsdagar");
        intended.number = 1;
        assertThat(run(intended)).contains("Nobody has marked");
    }

    @Test
    void anEditChangesThePointsItNamesAndPublishingTellsWhatDisappears() throws IOException {
        edit(UNIT, "3");
        run(named(new TermsPublishCommand()));
        TermsEditCommand edit = named(new TermsEditCommand());
        edit.file = Files.writeString(
                        directory.resolve("part.json"),
                        "{\"points\":[{\"id\":\"a\",\"text\":\"Hos oss\"},{\"id\":\"c\",\"text\":\"Ring 112 vid fara\"}]}")
                .toString();
        assertThat(run(edit)).contains("Hos oss", "Ring 112 vid fara", "Svar inom 3 arbetsdagar");
        assertThat(run(named(new TermsPublishCommand()))).contains("published").doesNotContain("Svar inom");
        edit.file = null;
        edit.removed = List.of("nothing");
        assertThat(run(edit)).contains("There is no point nothing to remove; the points are [a, c, b]");
        edit.removed = List.of("c");
        assertThat(run(edit)).contains("Hos oss", "Svar inom 3 arbetsdagar").doesNotContain("112");
        assertThat(run(named(new TermsPublishCommand()))).contains("published", "c: Ring 112 vid fara");
        edit.removed = List.of();
        assertThat(run(edit)).contains("Name a JSON file");
    }

    @Test
    void aRegionsTextIsNamedByItsCounty() throws IOException {
        TermsShowCommand show = named(new TermsShowCommand());
        show.place = "01";
        assertThat(run(show)).contains("svarstid", "{unit.name}").doesNotContain("Svar inom");
        assertThat(edit("01", "X")).contains("Hos {unit.name}");
        assertThat(run(show)).doesNotContain("Svar inom X");
        TermsCheckCommand check = named(new TermsCheckCommand());
        check.place = "01";
        assertThat(run(check)).contains("note", "Platshållaren X är kvar", "Mottagningarna");
        show.html = true;
        assertThat(runForScripts(show)).contains("<h1>Boka tid").doesNotContain("Svar inom X");
        show.draft = true;
        assertThat(runForScripts(show)).contains("Svar inom X arbetsdagar");
        TermsScheduleCommand schedule = named(new TermsScheduleCommand());
        schedule.place = "01";
        schedule.from = "2199-01-01T08:00";
        assertThat(run(schedule)).contains("published", "2199-01-01T08:00:00+01:00");
        schedule.from = "tomorrow";
        assertThat(run(schedule)).contains("from: write a day or a local time");
    }

    @Test
    void aRegionsRulesAreShownAndSaidInTheSameForm() {
        TermsRulesCommand rules = new TermsRulesCommand();
        rules.regions = services.regions();
        rules.region = "01";
        String shown = run(rules);
        assertThat(shown).contains("Mina vårdkontakter").doesNotContain("primaryCancelHours");
        String json = shown.substring(shown.indexOf('{'), shown.lastIndexOf('}') + 1);
        rules.content = json.replaceFirst("\\{", "{\"primaryCancelHours\":48,");
        assertThat(run(rules)).contains("1", "\"primaryCancelHours\":48");
        rules.history = true;
        assertThat(run(rules)).contains("operator:", "\"primaryCancelHours\":48");
        rules.history = false;
        rules.version = 0L;
        assertThat(run(rules)).contains("2").doesNotContain("primaryCancelHours");
        rules.version = null;
        rules.content = "{\"primaryCancelHours\":0}";
        assertThat(run(rules)).contains("this is missing");
        rules.content = json.replaceFirst("\\{", "{\"primaryCancelHours\":-1,");
        assertThat(run(rules)).contains("primaryCancelHours: write a number from 1 to 720");
    }

    @Test
    void aReceiptIsVerifiedFromItsFile() throws IOException {
        edit(UNIT, "3");
        run(named(new TermsPublishCommand()));
        Receipt receipt = services.acceptance()
                .accept(
                        new Actor.Host("portal"),
                        new HsaId(UNIT),
                        new CaseTypeKey("boka-tid"),
                        new ResidentPseudonym("r-1"),
                        services.terms()
                                .effective(new Actor.Operator("a"), new HsaId(UNIT), new CaseTypeKey("boka-tid"))
                                .orElseThrow()
                                .version());
        String written = services.acceptance().write(receipt);
        assertThat(verified(written)).contains("true", receipt.key());
        assertThat(verified(written.replace("boka-tid", "baka-tid")))
                .contains("false", "signature does not fit", "The receipt is not genuine");
        assertThat(verified("{}")).contains("/unit: this is missing");
        ReceiptVerifyCommand none = new ReceiptVerifyCommand();
        none.service = services.acceptance();
        none.file = directory.resolve("none").toString();
        assertThat(run(none)).contains("cannot be read");
    }

    private String verified(String written) throws IOException {
        ReceiptVerifyCommand command = new ReceiptVerifyCommand();
        command.service = services.acceptance();
        command.file =
                Files.writeString(directory.resolve("receipt.json"), written).toString();
        return run(command);
    }

    private String edit(String place, String days) throws IOException {
        TermsEditCommand edit = named(new TermsEditCommand());
        edit.place = place;
        edit.whole = true;
        edit.file = Files.writeString(directory.resolve("text.json"), TEXT.formatted(days))
                .toString();
        return run(edit);
    }

    private String check() {
        return run(named(new TermsCheckCommand()));
    }

    private <C extends TermsCommand> C named(C command) {
        command.units = services.terms();
        command.regions = services.regions();
        command.place = UNIT;
        command.type = "boka-tid";
        return command;
    }
}
