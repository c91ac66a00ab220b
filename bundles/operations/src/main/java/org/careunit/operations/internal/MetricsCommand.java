package org.careunit.operations.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "metrics",
        description = "Shows what each part has counted and measured on this node")
public class MetricsCommand extends OperatorCommand {

    @Reference
    MetricsRegistry board;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("name", "value", "unit");
        board.read().values().forEach(figure -> listing.row(figure.name(), shown(figure.value()), figure.unit()));
        return listing;
    }

    private static Object shown(double value) {
        return value == Math.rint(value) ? (Object) (long) value : (Object) value;
    }
}
