package org.careunit.settings.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.api.identity.CountyCode;

/** An archive in memory that does what a test says, and notes what it gets; a position is how many cases there are. */
public final class FakeArchive implements ArchiveGateway {

    private static final String SHA256 = "5".repeat(64);

    public final Map<String, List<String>> delivered = new ConcurrentHashMap<>();
    public final Map<String, CaseToArchive> written = new ConcurrentHashMap<>();
    public final List<String> discarded = Collections.synchronizedList(new ArrayList<>());
    public volatile boolean reachable = true;
    public volatile boolean setUp = true;
    public volatile Optional<UnavailableException> down = Optional.empty();
    private final Map<String, List<String>> onDisk = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();

    /** As when another node goes on, which has nothing on its disk. */
    public synchronized void loseDisk() {
        onDisk.clear();
    }

    @Override
    public Optional<String> target(CountyCode region) {
        return setUp ? Optional.of("default") : Optional.empty();
    }

    @Override
    public boolean isReachable(CountyCode region) {
        return reachable;
    }

    @Override
    public synchronized PackageDraft open(PackageInfo info, Optional<String> position) {
        return new Draft(cut(info, position.map(Integer::parseInt).orElse(0)));
    }

    private List<String> cut(PackageInfo info, int length) {
        List<String> cases = onDisk.computeIfAbsent(info.name(), none -> new ArrayList<>());
        if (cases.size() < length) {
            throw new PackageLostException(info.name() + " is not here");
        }
        cases.subList(length, cases.size()).clear();
        return cases;
    }

    @Override
    public synchronized FinishedPackage finish(PackageInfo info, String position) {
        return new FinishedPackage(cut(info, Integer.parseInt(position)).size(), SHA256);
    }

    /** A byte of it at each call. */
    @Override
    public synchronized PackageDelivery deliver(PackageInfo info, FinishedPackage finished, BooleanSupplier isOurs) {
        down.ifPresent(why -> {
            throw why;
        });
        if (delivered.containsKey(info.name())) {
            return new PackageDelivery("default", finished.bytes(), true);
        }
        List<String> cases = cut(info, (int) finished.bytes());
        int there = sent.merge(info.name(), 1, Integer::sum);
        if (there < Math.min(3, cases.size())) {
            return new PackageDelivery("default", there, false);
        }
        if (!isOurs.getAsBoolean()) {
            throw new UnavailableException("Another node has it");
        }
        delivered.put(info.name(), List.copyOf(cases));
        return new PackageDelivery("default", finished.bytes(), true);
    }

    @Override
    public synchronized void discard(PackageInfo info) {
        onDisk.remove(info.name());
        discarded.add(info.name());
    }

    private final class Draft implements PackageDraft {

        private final List<String> cases;
        private int position;

        Draft(List<String> cases) {
            this.cases = cases;
            position = cases.size();
        }

        @Override
        public PackagedCase add(CaseToArchive one) {
            synchronized (FakeArchive.this) {
                String id = one.ended().ref().id();
                if (id.startsWith("faulty")) {
                    return PackagedCase.faulty("attachment 1 of 1 cannot be read");
                }
                cases.add(id);
                written.put(id, one);
                return new PackagedCase(Optional.empty(), 10, id.startsWith("odd") ? 1 : 0);
            }
        }

        @Override
        public String position() {
            position = cases.size();
            return String.valueOf(position);
        }

        @Override
        public void close() {
            synchronized (FakeArchive.this) {
                if (cases.size() > position) {
                    cases.subList(position, cases.size()).clear();
                }
            }
        }
    }
}
