package org.careunit.itests.faults.chaos;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does harm, one thing after the other, by a seed. */
abstract class Monkey {

    final List<ChaosNode> nodes;
    final Random random;
    private final List<Thread> callers;
    private final Semaphore never = new Semaphore(0);

    Monkey(List<ChaosNode> nodes, List<Thread> callers, long seed) {
        this.nodes = nodes;
        this.callers = callers;
        this.random = new Random(seed);
    }

    /** Does one thing; returns when it is over. */
    abstract void harm() throws Exception;

    /** Harms for so long. */
    final void run(long millis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() - end < 0) {
            pause(50, 400);
            harm();
        }
    }

    final void interruptCallers() {
        callers.forEach(caller -> {
            if (random.nextInt(4) == 0) {
                caller.interrupt();
            }
        });
    }

    /** As a handler's library might. */
    final void interruptWorkers() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("careunit-job(-\\d+)?"))
                .filter(thread -> random.nextInt(8) == 0)
                .forEach(Thread::interrupt);
    }

    final ChaosNode anyNode() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    final void pause(int leastMillis, int mostMillis) throws InterruptedException {
        never.tryAcquire(leastMillis + random.nextInt(mostMillis - leastMillis), TimeUnit.MILLISECONDS);
    }
}
