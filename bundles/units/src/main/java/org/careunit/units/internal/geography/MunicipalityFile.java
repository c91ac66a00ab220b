package org.careunit.units.internal.geography;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.files.BoundedFile;
import org.careunit.operations.files.ShippedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the list of municipalities that is in force: the operator's, if their file is there and right, else the last
 * right one, and to begin with the one we ship. Safe for use by many threads.
 */
public final class MunicipalityFile {

    private static final Logger LOG = LoggerFactory.getLogger(MunicipalityFile.class);
    private static final String SHIPPED = "/org/careunit/units/municipalities.csv";

    private final Path file;
    private final Municipalities shipped = shipped();
    private volatile LoadedList held;
    private FileStamp seen = FileStamp.NONE;

    /** @param file where an operator may put their own; need not exist */
    public MunicipalityFile(Path file) {
        this.file = file;
        this.held = new LoadedList(shipped, "shipped with Careunit", "");
        look();
    }

    public Municipalities list() {
        return held.list();
    }

    /** The source of the list, and what is wrong with the operator's. */
    public LoadedList held() {
        return held;
    }

    /** Reads the operator's file if it has changed. */
    public synchronized void look() {
        FileStamp now = FileStamp.of(file);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        held = now.equals(FileStamp.NONE) ? new LoadedList(shipped, "shipped with Careunit", "") : read();
    }

    private LoadedList read() {
        try {
            // wrong bytes become U+FFFD, which the parser refuses with its line
            List<String> lines = new String(BoundedFile.read(file, BoundedFile.USUAL), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Municipalities own = Municipalities.parse(lines);
            LOG.info("{} municipalities read from {}", own.size(), file);
            return new LoadedList(own, file.toString(), "");
        } catch (RefusedException | IOException wrong) {
            String what = file + " is not used: "
                    + (wrong instanceof RefusedException ? wrong.getMessage() : "it cannot be read");
            LOG.warn("{}. The list {} stays", what, held.from(), wrong);
            return new LoadedList(held.list(), held.from(), what);
        }
    }

    private static Municipalities shipped() {
        return Municipalities.parse(
                ShippedText.of(MunicipalityFile.class, SHIPPED).lines().toList());
    }

    /**
     * The list in force.
     *
     * @param wrong what is wrong with the operator's file; blank if nothing
     */
    public record LoadedList(Municipalities list, String from, String wrong) {}

    /** Distinguishes states of a file. */
    private record FileStamp(FileTime modified, long size) {

        static final FileStamp NONE = new FileStamp(FileTime.fromMillis(0), -1);

        static FileStamp of(Path file) {
            try {
                return Files.exists(file) ? new FileStamp(Files.getLastModifiedTime(file), Files.size(file)) : NONE;
            } catch (IOException unreadable) {
                return new FileStamp(FileTime.fromMillis(0), -2);
            }
        }
    }
}
