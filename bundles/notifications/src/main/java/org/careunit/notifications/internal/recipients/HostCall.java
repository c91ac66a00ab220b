package org.careunit.notifications.internal.recipients;

import java.util.function.Supplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;

/**
 * Calls services of the host. Any exception and null count as unavailable; the exception's text is not repeated, since
 * it may contain personal data.
 */
public final class HostCall {

    private HostCall() {}

    /**
     * The answer to a question.
     *
     * @param service the host's, which is named if it fails
     * @throws UnavailableException if there is no answer, in our words
     */
    public static <T> T ask(Object service, Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (UnavailableException notNow) {
            throw failed(service, "cannot answer now");
        } catch (RuntimeException | LinkageError fault) {
            throw failed(service, "threw " + fault.getClass().getName());
        }
        if (answer == null) {
            throw failed(service, "answered null");
        }
        return answer;
    }

    private static UnavailableException failed(Object service, String how) {
        return new UnavailableException(
                UnavailableProblem.HOST, "The host's " + service.getClass().getName() + " " + how);
    }
}
