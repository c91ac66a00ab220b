package org.careunit.itests.benchmarks;

/** What is in use of the heap. */
final class Heap {

    private Heap() {}

    /** After a few collections. */
    static double usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
