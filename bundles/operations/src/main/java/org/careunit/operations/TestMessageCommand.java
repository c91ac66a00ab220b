package org.careunit.operations;

import java.util.function.Supplier;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;

/** Base of commands that send a test message through a gateway and print what it answers. */
public abstract class TestMessageCommand extends OperatorCommand {

    /**
     * Sends a test message and prints the answer; the command fails unless the gateway has taken it.
     *
     * @param thread the thread's name meanwhile: the shell names it after the whole command, and the log would show the
     *     address
     */
    protected static Listing sent(String thread, Supplier<DeliveryResult> send) {
        DeliveryResult result = inThread(thread, send);
        Listing listing = Listing.of("answer", "reason").row(result.status(), result.reason());
        return result.status() == DeliveryStatus.ACCEPTED
                ? listing
                : listing.failed("The test message was not taken: " + result.reason());
    }

    private static DeliveryResult inThread(String thread, Supplier<DeliveryResult> send) {
        Thread current = Thread.currentThread();
        String name = current.getName();
        current.setName(thread);
        try {
            return send.get();
        } finally {
            current.setName(name);
        }
    }
}
