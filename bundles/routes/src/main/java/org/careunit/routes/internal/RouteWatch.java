package org.careunit.routes.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Tracks which routes of a context run, and notifies when one starts or stops. */
final class RouteWatch extends RoutePolicySupport implements RoutePolicyFactory {

    private final Set<String> idle = ConcurrentHashMap.newKeySet();
    private final Runnable changed;

    RouteWatch(Runnable changed) {
        this.changed = changed;
    }

    boolean allRun() {
        return idle.isEmpty();
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        idle.add(routeId);
        return this;
    }

    @Override
    public void onStart(Route route) {
        runs(route);
    }

    @Override
    public void onResume(Route route) {
        runs(route);
    }

    @Override
    public void onStop(Route route) {
        rests(route);
    }

    @Override
    public void onSuspend(Route route) {
        rests(route);
    }

    private void runs(Route route) {
        idle.remove(route.getId());
        changed.run();
    }

    private void rests(Route route) {
        idle.add(route.getId());
        changed.run();
    }
}
