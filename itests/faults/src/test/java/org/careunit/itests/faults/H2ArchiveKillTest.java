package org.careunit.itests.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2ArchiveKillTest extends ArchiveKillContract {

    @TempDir
    Path directory;

    @Override
    String database() {
        return directory.toString();
    }

    @Override
    int kills() {
        return Integer.getInteger("archive.kills.h2", 2);
    }
}
