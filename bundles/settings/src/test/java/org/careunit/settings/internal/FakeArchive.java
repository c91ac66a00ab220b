package org.careunit.settings.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.Archives;
import org.careunit.api.identity.HsaId;

/** An archive that says what a test says, and notes what it is asked for. */
final class FakeArchive implements Archives {

    Optional<Instant> last = Optional.empty();
    final List<HsaId> asked = new ArrayList<>();

    boolean reachable = true;

    @Override
    public boolean isReachable() {
        return reachable;
    }

    @Override
    public Optional<Instant> lastRun(HsaId unit) {
        return last;
    }

    @Override
    public void runNow(HsaId unit) {
        asked.add(unit);
    }
}
