package org.careunit.itests.driver.internal;

import java.util.List;

/** Ended cases of the host, and the exports that they go into. */
public interface HostCasesMXBean {

    /** Makes a unit of a county. */
    void open(String unit, String county, String name);

    /** Offers so many ended cases of a unit from now on, each with an attachment of so many bytes. */
    void offer(String unit, int count, int bytes);

    /** Asks for an export now. */
    void export(String unit);

    /** The unit's runs, newest first: stage, package, cases, left out, confirmed, problem, with bars between. */
    List<String> runs(String unit);

    /** The cases of a unit that were confirmed, as often as they were, also before a kill. */
    List<String> confirmed(String unit);
}
