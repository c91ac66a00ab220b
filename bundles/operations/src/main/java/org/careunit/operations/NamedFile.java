package org.careunit.operations;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.files.BoundedFile;

/** Reads files that an operator names, on the container's machine and as the container's user. */
public final class NamedFile {

    private NamedFile() {}

    /**
     * Its path, whether it exists or not. What begins like an option is refused: Karaf takes an option that stands last
     * for the file.
     *
     * @throws RefusedException if it can be no path, or begins with {@code -}
     */
    public static Path path(String file) {
        if (file.startsWith("-")) {
            throw CommandProblem.ARGUMENT.refused(
                    file + " is no file: put options first, right after the command; where a file is"
                            + " really called that, write ./" + file);
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException impossible) {
            throw unreadable(file, impossible);
        }
    }

    /**
     * Its content as text in UTF-8, four million bytes at most.
     *
     * @throws RefusedException if it cannot be read, is larger, or as for {@link #path}
     */
    public static String read(String file) {
        Path path = path(file);
        try {
            return BoundedFile.text(path, BoundedFile.USUAL);
        } catch (IOException why) {
            throw unreadable(file, why);
        }
    }

    /**
     * The beginning of it, or all of it if it is not larger; of any kind.
     *
     * @throws RefusedException if it cannot be read, or as for {@link #path}
     */
    public static byte[] beginning(String file, int most) {
        Path path = path(file);
        try {
            return BoundedFile.beginning(path, most);
        } catch (IOException why) {
            throw new RefusedException(
                    CommandProblem.ARGUMENT.with(file + " cannot be read (" + why.getMessage()
                            + "): name a file on the machine where the container" + " runs"),
                    why);
        }
    }

    private static RefusedException unreadable(String file, Exception why) {
        return new RefusedException(
                CommandProblem.ARGUMENT.with(
                        file + " cannot be read (" + why.getMessage() + "): name a file in UTF-8, of "
                                + BoundedFile.USUAL + " bytes at most, on the machine where the container runs"),
                why);
    }
}
