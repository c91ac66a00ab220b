package org.careunit.itests.example;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.management.JMException;
import javax.management.ObjectName;
import org.careunit.api.changes.ChangeNotice;
import org.careunit.api.changes.ChangeNotices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Listens to change notices, at which a host module would refresh what it shows. */
@Component(
        service = EventHandler.class,
        immediate = true,
        property = EventConstants.EVENT_TOPIC + "=" + ChangeNotices.TOPIC)
public final class ChangeListener implements EventHandler, ChangeListenerMXBean {

    private static final String NAME = "org.careunit.itests:type=ChangeListener";

    private final Set<String> noticed = new ConcurrentSkipListSet<>();

    @Activate
    void publish() throws JMException {
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    }

    @Deactivate
    void withdraw() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    }

    @Override
    public void handleEvent(Event notice) {
        ChangeNotice change = ChangeNotice.of(notice);
        noticed.add(String.join(
                "|", change.kind(), change.level().name().toLowerCase(Locale.ROOT), change.scopeId(), change.key()));
    }

    @Override
    public List<String> noticed() {
        return List.copyOf(noticed);
    }
}
