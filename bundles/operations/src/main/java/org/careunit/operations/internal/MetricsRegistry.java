package org.careunit.operations.internal;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;
import org.careunit.operations.Metrics;
import org.careunit.operations.Metrics.Figure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Collects all metrics of this node and publishes them over JMX: {@code org.careunit:type=Metrics}, one attribute for
 * each.
 */
@Component(service = MetricsRegistry.class, immediate = true)
public final class MetricsRegistry implements DynamicMBean {

    private static final String NAME = "org.careunit:type=Metrics";

    private final Set<Metrics> sources = new CopyOnWriteArraySet<>();

    @Activate
    void publish() throws JMException {
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    }

    @Deactivate
    void withdraw() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(Metrics source) {
        sources.add(source);
    }

    void removeSource(Metrics source) {
        sources.remove(source);
    }

    /** By name. */
    SortedMap<String, Figure> read() {
        SortedMap<String, Figure> figures = new TreeMap<>();
        sources.forEach(source -> source.read().forEach(figure -> figures.put(figure.name(), figure)));
        return figures;
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        Figure figure = read().get(name);
        if (figure == null) {
            throw new AttributeNotFoundException(name);
        }
        return figure.value();
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        SortedMap<String, Figure> figures = read();
        AttributeList list = new AttributeList();
        for (String name : names) {
            if (figures.containsKey(name)) {
                list.add(new Attribute(name, figures.get(name).value()));
            }
        }
        return list;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = read().values().stream()
                .map(figure -> new MBeanAttributeInfo(figure.name(), "double", figure.unit(), true, false, false))
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(
                MetricsRegistry.class.getName(), "What Careunit counts and measures", attributes, null, null, null);
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException("Figures are read only: " + attribute.getName());
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] values, String[] signature) {
        throw new IllegalArgumentException("Figures have no operations: " + action);
    }
}
