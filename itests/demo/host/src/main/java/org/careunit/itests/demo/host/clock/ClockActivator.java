package org.careunit.itests.demo.host.clock;

import java.time.Clock;
import java.time.LocalDate;
import org.careunit.api.time.SwedishTime;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;

/** Puts the clock forward to the Monday of the {@link HolidayWeek}, before Careunit's store is there to ask. */
public final class ClockActivator implements BundleActivator {

    private static final int OPENING_HOUR = 8;

    @Override
    public void start(BundleContext context) {
        System.setProperty(MovableClock.AHEAD, "0");
        context.registerService(WeavingHook.class, new ClockWeaver(), null);
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), SwedishTime.ZONE);
        new MovableClock().moveTo(HolidayWeek.after(today).monday().atTime(OPENING_HOUR, 0));
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the hook back
    }
}
