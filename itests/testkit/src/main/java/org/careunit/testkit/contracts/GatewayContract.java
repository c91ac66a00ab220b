package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.junit.jupiter.api.Test;

/**
 * Contract of whatever carries messages: it answers and does not throw, takes the same message again, blames no
 * recipient for its own outage, and says nothing of people.
 */
public abstract class GatewayContract {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int THREADS = 8;
    private static final int CALLS = 5;

    /** What may become of a message while the other side is down: it is sent again. */
    private static final Set<DeliveryStatus> LATER =
            EnumSet.of(DeliveryStatus.UNAVAILABLE, DeliveryStatus.TEMPORARY_FAILURE);

    /** Takes away what the gateway needs: the server behind it. */
    protected abstract void takeAway();

    /** Gives back what was taken away; the next message is accepted again. */
    protected abstract void giveBack();

    /** Sends a message about the canary that the other side accepts, with an id of its own. */
    abstract DeliveryResult sendOne();

    /** Sends the same message as the last call, once more. */
    abstract DeliveryResult sendAgain();

    @Test
    void whatIsTakenIsAccepted() {
        DeliveryResult result = assertTimeoutPreemptively(LIMIT, this::sendOne);
        assertEquals(DeliveryStatus.ACCEPTED, answered(result).status());
    }

    @Test
    void theSameMessageIsAcceptedAgain() {
        sendOne();
        assertEquals(DeliveryStatus.ACCEPTED, answered(sendAgain()).status());
    }

    @Test
    void anOutageIsAnAnswerAndNobodyElsesFault() {
        takeAway();
        try {
            DeliveryResult result = answered(assertTimeoutPreemptively(LIMIT, this::sendOne));
            assertTrue(LATER.contains(result.status()), "in an outage the status is " + result.status());
            HostServiceContract.assertSaysNothing(result.toString());
        } finally {
            giveBack();
        }
    }

    @Test
    void worksAgainWhenTheOtherSideIsBack() {
        takeAway();
        giveBack();
        assertEquals(DeliveryStatus.ACCEPTED, answered(sendOne()).status());
    }

    @Test
    void takesMessagesOfManyThreadsAtOnce() throws Exception {
        HostServiceContract.onOtherThreads(THREADS, CALLS, this::sendOne)
                .forEach(result ->
                        assertEquals(DeliveryStatus.ACCEPTED, answered(result).status()));
    }

    @Test
    void theAnswerIsOneLineAndCanBeLogged() {
        DeliveryResult result = answered(sendOne());
        assertEquals(1, result.reason().lines().count(), "the reason is not one line");
        HostServiceContract.assertSaysNothing(result.toString());
    }

    static DeliveryResult answered(DeliveryResult result) {
        assertNotNull(result, "null is no answer");
        return result;
    }
}
