package org.careunit.itests.inside;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Remembers how the one test ended, and tells it to the host whole. */
final class Outcome implements TestExecutionListener {

    private boolean ran;
    private Throwable failure;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        ran |= test.isTest();
        result.getThrowable().filter(thrown -> failure == null).ifPresent(thrown -> failure = thrown);
    }

    void rethrow(UnsatisfiedComponents unsatisfied) {
        if (failure != null) {
            var portable = portable(failure);
            unsatisfied.describe().ifPresent(tree -> portable.addSuppressed(new Note(tree)));
            Outcome.<RuntimeException>sneak(portable);
        }
        if (!ran) {
            throw new AssertionError("Karaf found no such test; is its class in the probe?");
        }
    }

    /** The host knows the classes of the JDK and of the test libraries; any other failure travels as text. */
    private static Throwable portable(Throwable thrown) {
        if (thrown == null || isKnownToTheHost(thrown)) {
            return thrown;
        }
        var text = new AssertionError(thrown.toString(), portable(thrown.getCause()));
        text.setStackTrace(thrown.getStackTrace());
        return text;
    }

    private static boolean isKnownToTheHost(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (!cause.getClass().getName().matches("(java|org\\.opentest4j|org\\.assertj|org\\.junit)\\..*")) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
