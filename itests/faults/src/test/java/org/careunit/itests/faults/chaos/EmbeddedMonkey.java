package org.careunit.itests.faults.chaos;

import java.util.List;

/**
 * Harms the one node of an embedded store, which has no connections that could die: interrupts, and time that passes.
 */
final class EmbeddedMonkey extends Monkey {

    EmbeddedMonkey(List<ChaosNode> nodes, List<Thread> callers, long seed) {
        super(nodes, callers, seed);
    }

    @Override
    void harm() {
        switch (random.nextInt(4)) {
            case 0, 1 -> interruptCallers();
            case 2 -> interruptWorkers();
            default -> anyNode().store.execute("UPDATE job_queue SET due = CURRENT_TIMESTAMP WHERE state = 'LATER'");
        }
    }
}
