package org.careunit.directory.internal;

/**
 * What came of asking EK whether it answers.
 *
 * @param address whom was asked; empty if nobody
 * @param message what to say to an operator
 * @param millis how long it took
 */
record Diagnosis(Verdict verdict, String address, String message, double millis) {

    static Diagnosis of(String address, Asking asking) {
        long begun = System.nanoTime();
        try {
            asking.askAnyway(new Question.Check());
            return new Diagnosis(Verdict.FINE, address, "logged in and found the base DN", millisSince(begun));
        } catch (DirectoryException e) {
            Verdict verdict = e.trouble().isLasting() ? Verdict.TO_MEND : Verdict.LATER;
            return new Diagnosis(verdict, address, e.getMessage(), millisSince(begun));
        }
    }

    /** With one decimal. */
    private static double millisSince(long nanos) {
        return Math.rint((System.nanoTime() - nanos) / 100_000.0) / 10;
    }

    /** How it stands. */
    enum Verdict {
        FINE,
        UNSET,
        LATER,
        TO_MEND
    }
}
