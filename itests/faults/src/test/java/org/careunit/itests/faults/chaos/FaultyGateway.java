package org.careunit.itests.faults.chaos;

import java.util.Random;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;

/**
 * A mail server that mostly takes messages; before it does it may fail in every way that one can, and interrupt its
 * caller.
 */
final class FaultyGateway implements MailGateway {

    private final World world;
    private final ChaosNode node;
    private final Random random;
    private volatile boolean isWell;

    FaultyGateway(World world, ChaosNode node, Random random) {
        this.world = world;
        this.node = node;
        this.random = random;
    }

    /** From now on every message is taken. */
    void heal() {
        isWell = true;
    }

    @Override
    public DeliveryResult send(OutgoingMail mail) {
        node.awaitThaw();
        int dice = isWell ? 100 : random.nextInt(100);
        switch (dice) {
            case 0, 1 -> throw new IllegalStateException("The gateway's fault, on purpose");
            case 2 -> throw new AssertionError("The gateway's error, on purpose");
            case 3, 4 -> {
                return new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "Later, on purpose");
            }
            case 5 -> {
                return new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "Ours, on purpose");
            }
            case 6 -> {
                return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "Rests, on purpose");
            }
            case 7, 8, 9 -> Thread.currentThread().interrupt();
            default -> {
                // taken without any of that
            }
        }
        world.take(mail.id(), ChaosNode.beganRunning());
        node.awaitThaw();
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 taken");
    }
}
