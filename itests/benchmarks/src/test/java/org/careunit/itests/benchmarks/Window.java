package org.careunit.itests.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that share a number of equal pieces of work. */
final class Window {

    private Window() {}

    /** How many pieces a second are done by so many threads. */
    static double rate(int threads, int pieces, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long begin = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                all.add(pool.submit(() -> {
                    for (int piece = first; piece < pieces; piece += threads) {
                        work.run(piece);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return pieces / ((System.nanoTime() - begin) / 1e9);
    }

    /** One piece. */
    interface Work {
        void run(int piece) throws Exception;
    }
}
