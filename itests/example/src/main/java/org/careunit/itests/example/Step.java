package org.careunit.itests.example;

/**
 * A step of the example with its result.
 *
 * @param what in a few words
 * @param answer what came of it
 * @param expected whether that is as it should be
 */
public record Step(String what, String answer, boolean expected) {

    /** It on one line: {@code ok} or {@code NOT AS EXPECTED}, what was tried, and what came of it. */
    String line() {
        return (expected ? "ok" : "NOT AS EXPECTED") + " | " + what + " | " + answer;
    }
}
