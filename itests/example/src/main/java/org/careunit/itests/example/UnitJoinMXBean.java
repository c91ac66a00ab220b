package org.careunit.itests.example;

import java.util.List;

/** The example, for whoever calls from outside the container. */
public interface UnitJoinMXBean {

    /**
     * Has the unit join and tells how it went.
     *
     * @return a line for each step: {@code ok} or {@code NOT AS EXPECTED}, what was tried, and what came of it
     */
    List<String> join();
}
