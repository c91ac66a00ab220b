package org.careunit.finding.internal.index;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What EK calls units, as it last said; asked at a pace of its own, so that making the index anew never waits for EK.
 */
public final class DirectoryNames {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryNames.class);

    public final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final Map<HsaId, String> names = new ConcurrentHashMap<>();

    /** Empty as long as EK has not said. */
    public Optional<String> of(HsaId unit) {
        return Optional.ofNullable(names.get(unit));
    }

    /** Asks EK again, until it cannot be asked; says whether any name is another than before. */
    public boolean ask(Collection<HsaId> units) {
        boolean changed = false;
        StaffDirectory present = directory.get();
        for (HsaId unit : units) {
            if (present == null || Thread.currentThread().isInterrupted()) {
                return changed;
            }
            try {
                changed |= put(unit, present.unit(unit).found().flatMap(UnitEntry::name));
            } catch (UnavailableException down) {
                LOG.debug("EK cannot be asked what units are called; its last names are searched", down);
                return changed;
            }
        }
        return changed;
    }

    private boolean put(HsaId unit, Optional<String> name) {
        Optional<String> before = of(unit);
        name.ifPresentOrElse(said -> names.put(unit, said), () -> names.remove(unit));
        return !before.equals(name);
    }
}
