package org.careunit.finding.internal;

/** Ends what a finder does by itself, as the container does, which is open to no other package. */
public final class EndedFinder {

    private EndedFinder() {}

    public static void end(UnitFinderComponent finder) {
        finder.close();
    }
}
