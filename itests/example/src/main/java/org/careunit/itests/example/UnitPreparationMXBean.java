package org.careunit.itests.example;

import java.util.List;

/** Runs the example of a unit's preparation over JMX. */
public interface UnitPreparationMXBean {

    /**
     * Takes the unit from nothing to ready and tells how it went; {@link UnitJoinMXBean#join} is to have been called
     * before.
     *
     * @return a line for each step, as there
     */
    List<String> prepare();
}
