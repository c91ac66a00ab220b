package org.careunit.archive.internal.targets;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.careunit.archive.internal.TargetSettings;

/** Connection to a directory that packages are delivered to. For use by one thread, for one slice. */
public interface PackageTarget extends Closeable {

    /** Connects to it. */
    static PackageTarget open(TargetSettings target) throws IOException {
        String directory = target.directory().orElseThrow();
        return target.server().isPresent()
                ? SftpTarget.open(target.server().get(), directory)
                : new FolderTarget(Path.of(directory));
    }

    /** The size of a file; empty if there is none. */
    OptionalLong size(String name) throws IOException;

    /** Reads as many bytes of a file from an offset; less where it ends. */
    byte[] read(String name, long offset, int length) throws IOException;

    /**
     * Opens a file for writing from an offset on; what is behind it is replaced. Creates the file where the offset is
     * 0.
     */
    Output write(String name, long offset) throws IOException;

    void rename(String from, String to) throws IOException;

    void remove(String name) throws IOException;

    /** Writes a file and removes it. */
    default void check() throws IOException {
        String name = ".careunit-check";
        try (Output out = write(name, 0)) {
            out.write(new byte[] {'x'}, 1);
        }
        remove(name);
    }

    /** A file that is being written; closing it forces the content to the target's disk. */
    interface Output extends Closeable {
        void write(byte[] bytes, int length) throws IOException;
    }
}
