package org.careunit.testkit.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.api.identity.CountyCode;

/**
 * An archive in memory. It keeps which cases each package holds; a position is how many cases are written, and a
 * package's size as well. Safe for use by many threads.
 */
public final class FakeArchive implements ArchiveGateway {

    private static final String TARGET = "default";
    private static final String SHA256 = "5".repeat(64);
    private static final int MOST_STEPS = 3;

    private final FaultSwitch faults = new FaultSwitch();
    private final Map<String, List<String>> delivered = new ConcurrentHashMap<>();
    private final Map<String, CaseToArchive> written = new ConcurrentHashMap<>();
    private final List<String> discarded = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> onDisk = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private volatile boolean keepsContent = true;
    private volatile boolean reachable = true;
    private volatile boolean setUp = true;
    private volatile Predicate<String> faulty = id -> false;
    private volatile Predicate<String> odd = id -> false;

    /** How bringing a package to the target fails. */
    public FaultSwitch faults() {
        return faults;
    }

    /** The ids of the cases in each package that is in the archive, by its name; never null. */
    public Map<String, List<String>> delivered() {
        return Map.copyOf(delivered);
    }

    /** The cases that were written, by id; never null. */
    public Map<String, CaseToArchive> written() {
        return Map.copyOf(written);
    }

    /** The names of packages that were discarded, in their order; never null. */
    public List<String> discarded() {
        return List.copyOf(discarded);
    }

    /** Keeps no case's content, for tests with very many cases. */
    public void forgetContent() {
        keepsContent = false;
    }

    /** Says whether the target can be reached, as far as is known. */
    public void setReachable(boolean answers) {
        reachable = answers;
    }

    /** Says whether a target is configured. */
    public void setSetUp(boolean configured) {
        setUp = configured;
    }

    /** Has cases be faulty, by their ids: they are left out. */
    public void setFaulty(Predicate<String> which) {
        faulty = which;
    }

    /** Has cases hold a character that has to be replaced, by their ids. */
    public void setOdd(Predicate<String> which) {
        odd = which;
    }

    /** Loses what is not delivered, as when another node goes on. */
    public synchronized void loseDisk() {
        onDisk.clear();
    }

    @Override
    public Optional<String> target(CountyCode region) {
        return setUp ? Optional.of(TARGET) : Optional.empty();
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

    /** In some steps, as an archive that takes long. */
    @Override
    public PackageDelivery deliver(PackageInfo info, FinishedPackage finished, BooleanSupplier isOurs) {
        return faults.answer("The archive", () -> step(info, finished, isOurs));
    }

    private synchronized PackageDelivery step(PackageInfo info, FinishedPackage finished, BooleanSupplier isOurs) {
        if (!delivered.containsKey(info.name())) {
            List<String> cases = cut(info, (int) finished.bytes());
            int there = steps.merge(info.name(), 1, Integer::sum);
            if (there < Math.min(MOST_STEPS, cases.size())) {
                return new PackageDelivery(TARGET, there, false);
            }
            if (!isOurs.getAsBoolean()) {
                throw new UnavailableException("Another node has it");
            }
            delivered.put(info.name(), List.copyOf(cases));
        }
        return new PackageDelivery(TARGET, finished.bytes(), true);
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
                if (faulty.test(id)) {
                    return PackagedCase.faulty("attachment 1 of 1 cannot be read");
                }
                cases.add(id);
                if (keepsContent) {
                    written.put(id, one);
                }
                return new PackagedCase(Optional.empty(), 10, odd.test(id) ? 1 : 0);
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
