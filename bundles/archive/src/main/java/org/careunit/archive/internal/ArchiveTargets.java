package org.careunit.archive.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.careunit.api.identity.CountyCode;
import org.careunit.routes.ChannelState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Finds the configured target for a region, and knows the state of each target. */
@Component(service = ArchiveTargets.class)
public final class ArchiveTargets {

    private static final Duration REST = Duration.ofSeconds(60);

    private final Map<TargetSettings, ChannelState> targets = new ConcurrentHashMap<>();
    private final List<TargetSettingsSource> sources = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final LongSupplier nanos;

    @Activate
    public ArchiveTargets(@Reference(target = "(careunit=internal)") Clock clock) {
        this(clock, System::nanoTime);
    }

    public ArchiveTargets(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTarget(TargetSettings target) {
        if (target.directory().isPresent()) {
            targets.put(
                    target,
                    ChannelState.of(
                            "The archive " + target.name() + " in " + target.shown(),
                            "Packages wait; it is tried again by itself, and by careunit:archive-check.",
                            clock,
                            nanos,
                            1,
                            REST));
        }
    }

    public void removeTarget(TargetSettings target) {
        targets.remove(target);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(TargetSettingsSource source) {
        sources.add(source);
    }

    void removeSource(TargetSettingsSource source) {
        sources.remove(source);
    }

    /** The target that names a region; else the one that names none, the first by name should there be several. */
    public Optional<TargetSettings> of(CountyCode region) {
        Optional<TargetSettings> named = first(target -> target.regions().contains(region));
        return named.isPresent() ? named : first(target -> target.regions().isEmpty());
    }

    private Optional<TargetSettings> first(Predicate<TargetSettings> chosen) {
        return targets.keySet().stream().filter(chosen).min(Comparator.comparing(TargetSettings::name));
    }

    /** The state of a target's channel. */
    public ChannelState state(TargetSettings target) {
        return targets.getOrDefault(target, ChannelState.notSetUp("The archive " + target.name() + " is gone."));
    }

    public Collection<TargetSettings> all() {
        return targets.keySet().stream()
                .sorted(Comparator.comparing(TargetSettings::name))
                .toList();
    }

    /** Configuration errors by target name; empty if there are none. */
    public SortedMap<String, String> faults() {
        SortedMap<String, String> faults = new TreeMap<>();
        sources.stream()
                .filter(source -> !source.fault().isEmpty())
                .forEach(source -> faults.put(source.target(), source.fault()));
        return faults;
    }
}
