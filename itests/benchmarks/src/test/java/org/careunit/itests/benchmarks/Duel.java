package org.careunit.itests.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two ways of doing the same, in turns, so that neither has the quieter machine.
 *
 * @param peer median rate of the peer
 * @param ours median rate of ours
 * @param ratio median of the rounds' ratios, ours to peer
 * @param lowest the lowest of the rounds' ratios
 * @param highest the highest of the rounds' ratios
 */
record Duel(double peer, double ours, double ratio, double lowest, double highest) {

    /** Takes both sides through a few rounds to warm up, and then through those that count. */
    static Duel of(int warmUps, int rounds, Side peer, Side ours) throws Exception {
        List<Double> peers = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -warmUps; round < rounds; round++) {
            boolean peerFirst = round % 2 == 0;
            double before = peerFirst ? peer.rate() : ours.rate();
            double after = peerFirst ? ours.rate() : peer.rate();
            if (round >= 0) {
                peers.add(peerFirst ? before : after);
                all.add(peerFirst ? after : before);
                ratios.add(peerFirst ? after / before : before / after);
            }
        }
        return new Duel(median(peers), median(all), median(ratios), Collections.min(ratios), Collections.max(ratios));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** One side; does a round of its work and says how much of it a second. */
    @FunctionalInterface
    interface Side {
        double rate() throws Exception;
    }
}
