package org.careunit.directory.internal;

import java.util.List;
import org.careunit.operations.Figures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the directory was asked, and how it went. */
@Component
public final class DirectoryFigures implements Figures {

    private final LdapStaffDirectory directory;

    @Activate
    public DirectoryFigures(@Reference LdapStaffDirectory directory) {
        this.directory = directory;
    }

    @Override
    public List<Figure> read() {
        Tally tally = directory.tally();
        return List.of(
                new Figure("directory.asked", "questions", tally.asked.sum()),
                new Figure("directory.fromCache", "questions", tally.fromCache.sum()),
                new Figure("directory.stale", "questions", tally.stale.sum()),
                new Figure("directory.failed", "questions", tally.failed.sum()),
                new Figure("directory.lastAnswer", "ms", tally.lastMillis()),
                new Figure("directory.meanAnswer", "ms", tally.meanMillis()));
    }
}
