package org.careunit.settings.internal.archive;

import java.util.Locale;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.archive.ArchiveRun.Stored;

/** Describes the progress of a run in one line, for the list of jobs. */
final class Progress {

    private Progress() {}

    static String of(ArchiveRun run) {
        Counts counts = run.counts();
        return switch (run.stage()) {
            case DELIVER -> "%d of %d bytes sent"
                    .formatted(counts.sent(), run.stored().map(Stored::bytes).orElse(0L));
            case CONFIRM -> "%d of %d cases confirmed".formatted(counts.confirmed(), counts.cases());
            default -> "%s: %d cases, %d left out, %d bytes"
                    .formatted(
                            run.stage().name().toLowerCase(Locale.ROOT),
                            counts.cases(),
                            counts.leftOut(),
                            counts.bytes());
        };
    }
}
