package org.careunit.journal.internal.fhir;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;

/**
 * Interprets a server's responses to creating and changing a Task. Only a response that names the Task, or reports no
 * error in FHIR, counts as success: an HTML page with status 200 does not.
 */
final class TaskAnswers {

    private static final Set<Integer> LOGIN = Set.of(401, 403, 407);
    private static final Set<Integer> ADDRESS = Set.of(404, 405);
    private static final Set<Integer> LATER = Set.of(408, 409, 423, 425, 429);
    private static final Set<Integer> NOT_IMPLEMENTED = Set.of(501, 505);
    private static final int UNAVAILABLE = 503;
    private static final Pattern CODE = Pattern.compile("[a-z]{2,20}(-[a-z]{2,20}){0,3}");
    private static final Pattern EXPRESSION =
            Pattern.compile("[A-Za-z]{1,40}(\\[\\d{1,3}])?(\\.[A-Za-z]{1,40}(\\[\\d{1,3}])?){0,8}");
    private static final int ISSUES = 3;

    private final FhirJson json = new FhirJson();
    private final Clock clock;

    TaskAnswers(Clock clock) {
        this.clock = clock;
    }

    /** Judges the response to a conditional creation. */
    TaskAnswer created(FhirResponse response) {
        if (response.status() != 200 && response.status() != 201) {
            return refused(response);
        }
        Optional<TaskReference> task = task(response);
        return task.isPresent() || isFine(response) || isCreatedWithoutAWord(response)
                ? TaskAnswer.accepted(Integer.toString(response.status()), task)
                : TaskAnswer.of(JournalAnswer.unknown(response.status() + " that names no Task"));
    }

    /** A bare 201 means nothing else; the Task is found by its identifier anyway. */
    private static boolean isCreatedWithoutAWord(FhirResponse response) {
        return response.status() == 201
                && response.header("Location").isEmpty()
                && response.body().isBlank();
    }

    /** Judges the response to a change with If-Match. */
    TaskAnswer changed(FhirResponse response) {
        return switch (response.status()) {
            case 200, 201 -> isChanged(response)
                    ? TaskAnswer.accepted(Integer.toString(response.status()), task(response))
                    : TaskAnswer.readAgain(response.status() + " that tells of no Task");
            case 204 -> TaskAnswer.accepted("204", Optional.empty());
            case 410 -> TaskAnswer.accepted("410: the Task is deleted there", Optional.empty());
            case 404, 409, 412 -> TaskAnswer.readAgain(reason(response));
            default -> refused(response);
        };
    }

    /** The Bundle that a search found; empty if the response is none. */
    Optional<JsonObject> found(FhirResponse response) {
        return response.status() == 200 ? json.read(response.body(), "Bundle") : Optional.empty();
    }

    /** Judges the response to a search that brought no Bundle. */
    TaskAnswer notFound(FhirResponse response) {
        return response.status() == 200
                ? TaskAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, "200 that holds no Bundle")
                : refused(response);
    }

    /** Judges a request that brought no response. */
    static TaskAnswer none(IOException failure) {
        return TaskAnswer.of(
                failure instanceof NoResponseException none
                        ? none.answer()
                        : JournalAnswer.unanswered(JournalFault.of(failure), "no response"));
    }

    /** Any trace of FHIR will do, since a server may send nothing but a new version. */
    private boolean isChanged(FhirResponse response) {
        return response.header("ETag").flatMap(TaskReference::versionOf).isPresent()
                || task(response).isPresent()
                || response.body().isBlank()
                || isFine(response);
    }

    /** Whether it has an outcome without errors; some servers answer with that alone. */
    private boolean isFine(FhirResponse response) {
        return outcome(response).filter(outcome -> !hasErrors(outcome)).isPresent();
    }

    private TaskAnswer refused(FhirResponse response) {
        int status = response.status();
        String reason = reason(response);
        if (LOGIN.contains(status)) {
            return TaskAnswer.of(JournalAnswer.refusesAll(JournalFault.LOGIN, reason));
        }
        if (ADDRESS.contains(status) || (status >= 300 && status < 400)) {
            return TaskAnswer.of(JournalAnswer.refusesAll(JournalFault.ADDRESS, reason));
        }
        if (isPermanentlyRefused(status)) {
            return TaskAnswer.of(DeliveryStatus.TECHNICAL_FAILURE, reason);
        }
        JournalAnswer later = isCertain(status)
                ? JournalAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, reason)
                : JournalAnswer.unknown(reason);
        return TaskAnswer.of(later.notBefore(
                response.header("Retry-After").flatMap(text -> RetryAfter.read(text, clock.instant()))));
    }

    private static boolean isPermanentlyRefused(int status) {
        return NOT_IMPLEMENTED.contains(status) || (status >= 400 && status < 500 && !LATER.contains(status));
    }

    /** Whether the request was surely not carried out; a proxy's 504 or a server's 500 may come after it was. */
    private static boolean isCertain(int status) {
        return (status >= 400 && status < 500) || status == UNAVAILABLE;
    }

    /** The Task that a response names: by its location, else by its body. */
    private Optional<TaskReference> task(FhirResponse response) {
        Optional<TaskReference> named = response.header("Location")
                .or(() -> response.header("Content-Location"))
                .flatMap(TaskReference::ofLocation)
                .or(() -> json.read(response.body(), "Task").flatMap(TaskChange::referenceOf));
        return named.map(task -> task.withVersion(response.header("ETag").flatMap(TaskReference::versionOf)));
    }

    private Optional<JsonObject> outcome(FhirResponse response) {
        return json.read(response.body(), "OperationOutcome");
    }

    private static boolean hasErrors(JsonObject outcome) {
        return FhirJson.objects(outcome, "issue").stream()
                .map(issue -> FhirJson.text(issue, "severity"))
                .anyMatch(severity -> severity.equals("error") || severity.equals("fatal"));
    }

    /** The status with the outcome's codes and expressions; its texts may hold content and are left out. */
    private String reason(FhirResponse response) {
        String issues = outcome(response).stream()
                .flatMap(outcome -> FhirJson.objects(outcome, "issue").stream())
                .limit(ISSUES)
                .map(TaskAnswers::issue)
                .filter(issue -> !issue.isEmpty())
                .collect(Collectors.joining(", "));
        return issues.isEmpty() ? Integer.toString(response.status()) : response.status() + ": " + issues;
    }

    private static String issue(JsonObject issue) {
        String code = FhirJson.text(issue, "code");
        String expression = FhirJson.firstText(issue, "expression");
        if (!CODE.matcher(code).matches()) {
            return "";
        }
        return EXPRESSION.matcher(expression).matches() ? code + " at " + expression : code;
    }
}
