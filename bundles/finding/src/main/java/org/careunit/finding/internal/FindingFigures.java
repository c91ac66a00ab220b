package org.careunit.finding.internal;

import java.util.List;
import org.careunit.operations.Figures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How large the index is and how long it took; -1 until it is made. */
@Component
public final class FindingFigures implements Figures {

    private final Refreshing refreshing;

    @Activate
    public FindingFigures(@Reference UnitFinderComponent finder) {
        this(finder.refreshing());
    }

    FindingFigures(Refreshing refreshing) {
        this.refreshing = refreshing;
    }

    @Override
    public List<Figure> read() {
        boolean filled = refreshing.isFilled();
        return List.of(
                new Figure(
                        "finding.units",
                        "units",
                        filled ? refreshing.memory().index().units() : -1),
                new Figure(
                        "finding.rules",
                        "rules",
                        filled ? refreshing.memory().index().rules() : -1),
                new Figure("finding.rebuild", "ms", filled ? refreshing.memory().nanos() / 1e6 : -1));
    }
}
