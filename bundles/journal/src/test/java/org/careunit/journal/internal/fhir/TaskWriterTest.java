package org.careunit.journal.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.journal.internal.Notices;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our Tasks, judged by HAPI's validator for R4. */
class TaskWriterTest {

    private static final TaskWriter WRITER = new TaskWriter();
    private static final String CHANGED_THERE =
            """
            {"resourceType":"Task","id":"77","meta":{"versionId":"4"},"status":"in-progress","intent":"order",
            "owner":{"display":"\u00c5sa"},"note":[{"text":"x"}],"extension":[{"url":"urn:x","valueDecimal":1.50}]}
            """;
    private static FhirValidator validator;

    @BeforeAll
    static void openJudge() {
        FhirContext context = FhirContext.forR4();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context), new InMemoryTerminologyServerValidationSupport(context));
        validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    @Test
    void everyTaskIsValid() {
        List<CaseNotice> notices = List.of(
                Notices.of(Kind.CREATED),
                Notices.test(),
                Notices.about(Kind.CREATED, "191212121212", "Tolvan \u00d6rn"),
                Notices.about(Kind.CREATED, "197010632391", null));
        for (CaseNotice notice : notices) {
            JsonObject task = WRITER.created(notice);
            assertThat(errors(task)).isEmpty();
            for (String status : List.of("completed", "cancelled")) {
                assertThat(errors(TaskChange.withStatus(task, status).orElseThrow()))
                        .isEmpty();
            }
        }
    }

    @Test
    void theJudgeFindsWhatIsWrong() {
        String task = WRITER.created(Notices.of(Kind.CREATED)).toString();
        assertThat(errors(task.replace("requested", "waiting"))).isNotEmpty();
    }

    @Test
    void aTaskIsFoundByUnitCaseAndRound() {
        JsonObject task = WRITER.created(Notices.of(Kind.CREATED));
        assertThat(task.getJsonArray("identifier").getJsonObject(0).getString("value"))
                .isEqualTo("SE1111111111-A1B2/A-2026:17/1");
        assertThat(TaskWriter.search(Notices.of(Kind.CREATED)))
                .isEqualTo("identifier=urn%3Acareunit%3Acase%7CSE1111111111-A1B2%2FA-2026%3A17%2F1");
        assertThat(TaskWriter.search(Notices.about(Kind.CREATED, "191212121212", null)))
                .endsWith("%2F2");
    }

    @Test
    void theResidentIsThereOnlyWhereTheNoticeNamesThem() {
        CaseNotice named = Notices.about(Kind.CREATED, "191212121212", "Tolvan \u00d6rn");
        assertThat(WRITER.created(named).toString()).contains("191212121212", "Tolvan \u00d6rn");
        assertThat(WRITER.created(named.withoutResident()).toString()).doesNotContain("1912", "Tolvan", "\"for\"");
    }

    @Test
    void testsAreMarked() {
        assertThat(WRITER.created(Notices.test()).toString()).contains("HTEST");
        assertThat(WRITER.created(Notices.of(Kind.CREATED)).toString()).doesNotContain("HTEST");
    }

    @Test
    void aChangeKeepsWhatTheRecordSystemSet() {
        JsonObject there = new FhirJson().read(CHANGED_THERE, "Task").orElseThrow();
        JsonObject changed = TaskChange.withStatus(there, "completed").orElseThrow();
        assertThat(changed.toString()).isEqualTo(there.toString().replace("in-progress", "completed"));
        assertThat(changed.toString()).contains("1.50");
        assertThat(TaskChange.referenceOf(changed)).contains(new TaskReference("77", Optional.of("4")));
    }

    @Test
    void whatHasEndedThereIsNotChanged() {
        for (String ended : List.of("completed", "cancelled", "rejected", "failed", "entered-in-error")) {
            JsonObject task = new FhirJson()
                    .read("{\"resourceType\":\"Task\",\"status\":\"" + ended + "\"}", "Task")
                    .orElseThrow();
            assertThat(TaskChange.withStatus(task, "completed")).isEmpty();
        }
    }

    private static List<String> errors(JsonObject task) {
        return errors(task.toString());
    }

    private static List<String> errors(String task) {
        return validator.validateWithResult(task).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }
}
