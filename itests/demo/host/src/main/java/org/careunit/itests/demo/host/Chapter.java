package org.careunit.itests.demo.host;

/** A part of the demo that comes after the first story, with tables and checks of its own. */
interface Chapter {

    /** Tells all of it; returns when all that follows from it has happened. */
    void tell(Report report, Polling patience) throws InterruptedException;
}
