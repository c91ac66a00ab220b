package org.careunit.settings.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.Archives;
import org.careunit.api.identity.HsaId;

/** An archive that says what a test says, and notes what it is asked for. */
public final class FakeArchive implements Archives {

    public Optional<Instant> last = Optional.empty();
    public final List<HsaId> asked = new ArrayList<>();

    public boolean reachable = true;

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
