package org.careunit.storage.internal.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.careunit.operations.files.PrivateFiles;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The file system below H2, in which every new file is for its owner alone from its first byte. */
public final class OwnersFiles extends FilePathWrapper {

    static final String SCHEME = "owners";

    /** H2 makes an instance for each path. */
    public OwnersFiles() {}

    static void register() {
        FilePath.register(new OwnersFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (mode.contains("w") && !getBase().exists()) {
            createEmpty();
        }
        return getBase().open(mode);
    }

    @Override
    public boolean createFile() {
        try {
            return createEmpty();
        } catch (IOException failure) {
            return false;
        }
    }

    private boolean createEmpty() throws IOException {
        try (FileChannel created = PrivateFiles.open(
                Path.of(getBase().toString()), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            return created.isOpen();
        } catch (FileAlreadyExistsException faster) {
            return false;
        }
    }
}
