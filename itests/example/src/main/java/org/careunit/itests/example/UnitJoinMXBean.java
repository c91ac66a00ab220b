package org.careunit.itests.example;

import java.util.List;

/** Runs the example over JMX. */
public interface UnitJoinMXBean {

    /**
     * Has the unit join and tells how it went.
     *
     * @return a line for each step: {@code ok} or {@code NOT AS EXPECTED}, what was tried, and what came of it
     */
    List<String> join();
}
