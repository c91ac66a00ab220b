package org.careunit.journal.internal.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Classifies a receiver's messages as the answer to one of our messages. Only those with our MSH-10 in MSA-2 count;
 * among several, a negative one decides.
 */
final class AnswerClassifier {

    private static final Set<String> ACCEPTED = Set.of("AA", "CA");
    private static final Set<String> ERRORS = Set.of("AE", "CE");
    private static final Set<String> REJECTED = Set.of("AR", "CR");
    private static final int SHOWN = 5;

    private final String controlId;
    private final List<Acknowledgement> ours = new ArrayList<>();
    private int messages;

    AnswerClassifier(String controlId) {
        this.controlId = controlId;
    }

    /** Adds a message of the receiver. */
    void take(byte[] message) {
        messages++;
        Acknowledgement.in(message).stream()
                .filter(found -> found.controlId().equals(controlId))
                .filter(AnswerClassifier::isDecisive)
                .forEach(ours::add);
    }

    private static boolean isDecisive(Acknowledgement found) {
        return ACCEPTED.contains(found.code()) || ERRORS.contains(found.code()) || REJECTED.contains(found.code());
    }

    /** How many messages were taken. */
    int messages() {
        return messages;
    }

    /** The answer; empty while none has come. */
    Optional<Hl7Answer> answer() {
        List<Hl7Answer> answers = ours.stream().map(AnswerClassifier::judge).toList();
        return first(answers, Hl7Answer::isParked)
                .or(() -> first(answers, answer -> !answer.isAccepted()))
                .or(() -> answers.stream().findFirst());
    }

    private static Optional<Hl7Answer> first(List<Hl7Answer> answers, Predicate<Hl7Answer> condition) {
        return answers.stream().filter(condition).findFirst();
    }

    private static Hl7Answer judge(Acknowledgement found) {
        if (ACCEPTED.contains(found.code())) {
            return Hl7Answer.accepted(found.code());
        }
        boolean repeats =
                REJECTED.contains(found.code()) || found.errors().stream().anyMatch(AnswerClassifier::failsAgain);
        return repeats ? Hl7Answer.parked(reason(found)) : Hl7Answer.temporary(reason(found));
    }

    /** Errors of the message itself (HL7 table 0357), in contrast to those of the receiver's state. */
    private static boolean failsAgain(Acknowledgement.Fault error) {
        if (error.code().isEmpty()) {
            return false;
        }
        int code = Integer.parseInt(error.code());
        return (code >= 100 && code <= 103) || (code >= 200 && code <= 204);
    }

    private static String reason(Acknowledgement found) {
        String errors = found.errors().stream()
                .filter(error -> !error.code().isEmpty())
                .limit(SHOWN)
                .map(error -> error.location().isEmpty() ? error.code() : error.code() + " at " + error.location())
                .collect(Collectors.joining(", "));
        return errors.isEmpty() ? found.code() : found.code() + " with error " + errors;
    }
}
