package org.careunit.journal.internal.fhir;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.fhir.TaskAnswer.Next;

/**
 * Carries out the requests that one notice takes: the conditional creation of a Task, or finding it by its business
 * identifier and changing its status, again if it was changed there meanwhile.
 */
final class TaskExchange {

    /** How often a Task that was changed there meanwhile is read again before an operator has to look. */
    static final int ROUNDS = 3;

    private final Server server;
    private final TaskAnswers answers;
    private final TaskWriter writer = new TaskWriter();

    TaskExchange(Server server, TaskAnswers answers) {
        this.server = server;
        this.answers = answers;
    }

    /** A FHIR server. */
    interface Server {

        /** @throws IOException if no response came */
        FhirResponse send(FhirRequest request) throws IOException;
    }

    /** Searches for a Task that does not exist, to check whether the server lets us search. */
    TaskAnswer check() {
        try {
            FhirResponse response = server.send(FhirRequest.get("Task?" + TaskWriter.NO_TASK));
            return answers.found(response).isPresent()
                    ? TaskAnswer.accepted(Integer.toString(response.status()), Optional.empty())
                    : answers.notFound(response);
        } catch (IOException none) {
            return TaskAnswers.none(none);
        }
    }

    TaskAnswer send(CaseNotice notice) {
        try {
            return notice.kind() == CaseNotice.Kind.CREATED ? create(notice) : end(notice);
        } catch (IOException none) {
            return TaskAnswers.none(none);
        }
    }

    private TaskAnswer create(CaseNotice notice) throws IOException {
        String task = writer.created(notice).toString();
        return answers.created(
                server.send(FhirRequest.conditional("POST", "Task", "If-None-Exist", TaskWriter.search(notice), task)));
    }

    private TaskAnswer end(CaseNotice notice) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            TaskAnswer answer = endOnce(notice);
            if (answer.next() == Next.NOTHING) {
                return answer;
            }
        }
        return parked("the Task was changed there each of the " + ROUNDS + " times that it was read");
    }

    private TaskAnswer endOnce(CaseNotice notice) throws IOException {
        FhirResponse response = server.send(FhirRequest.get("Task?" + TaskWriter.search(notice)));
        Optional<JsonObject> bundle = answers.found(response);
        if (bundle.isEmpty()) {
            return answers.notFound(response);
        }
        List<JsonObject> entries = FhirJson.objects(bundle.get(), "entry");
        List<JsonObject> tasks = entries.stream()
                .map(entry -> FhirJson.object(entry, "resource"))
                .filter(resource -> TaskWriter.isOf(notice, resource))
                .toList();
        if (tasks.size() > 1) {
            return parked("there are " + tasks.size() + " Tasks with the identifier of this case");
        }
        if (tasks.isEmpty()) {
            return entries.isEmpty()
                    ? TaskAnswer.accepted("there is no Task of this case any more", Optional.empty())
                    : parked("the server does not search by identifier");
        }
        return change(tasks.get(0), TaskWriter.statusAfter(notice.kind()));
    }

    private TaskAnswer change(JsonObject task, String status) throws IOException {
        Optional<JsonObject> changed = TaskChange.withStatus(task, status);
        Optional<TaskReference> reference = TaskChange.referenceOf(task);
        if (changed.isEmpty()) {
            return TaskAnswer.accepted("it has ended there", reference);
        }
        Optional<String> ifMatch = reference.flatMap(TaskReference::ifMatch);
        return ifMatch.isEmpty()
                ? parked("the server gives the Task no id or no version")
                : answers.changed(server.send(FhirRequest.conditional(
                        "PUT",
                        reference.get().path(),
                        "If-Match",
                        ifMatch.get(),
                        changed.get().toString())));
    }

    private static TaskAnswer parked(String reason) {
        return TaskAnswer.of(DeliveryStatus.TECHNICAL_FAILURE, reason);
    }
}
