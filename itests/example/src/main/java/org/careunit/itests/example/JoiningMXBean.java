package org.careunit.itests.example;

import java.util.List;

/** The example, for whoever calls from outside the container. */
public interface JoiningMXBean {

    /**
     * Has a unit join and tells how it went.
     *
     * @param cast the HSA-ids of unit, regional administrator, first and second administrator, the second's personal identity
     *     number, and the receiver's HSA-id
     * @return a line for each step: {@code ok} or {@code NOT AS EXPECTED}, what was tried, and what came of it
     */
    List<String> join(List<String> cast);
}
