package org.careunit.archive.internal.packages;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.time.SwedishTime;

/** The open files of a package that is being written; they are appended to and truncated together. */
final class SipFiles implements Closeable {

    private static final int LARGE_BUFFER = 256 * 1024;
    private static final int SMALL_BUFFER = 32 * 1024;

    final ZipWriter zip;
    final AppendedFile files;
    final AppendedFile erms;
    private final Staging staging;
    private final AppendedFile zipFile;
    private final AppendedFile directory;
    private long cases;

    private SipFiles(Staging staging, SipPosition from, LocalDateTime time) throws IOException {
        this.staging = staging;
        zipFile = AppendedFile.open(staging.zip(), from.zip(), LARGE_BUFFER);
        directory = AppendedFile.open(staging.directory(), from.directory(), SMALL_BUFFER);
        files = AppendedFile.open(staging.files(), from.files(), SMALL_BUFFER);
        erms = AppendedFile.open(staging.erms(), from.erms(), SMALL_BUFFER);
        zip = new ZipWriter(zipFile, directory, time, from.entries());
        cases = from.cases();
    }

    /** Opens the files at a position and truncates them there. */
    static SipFiles open(Staging staging, PackageInfo info, SipPosition from) throws IOException {
        staging.require(from);
        staging.create();
        return new SipFiles(staging, from, LocalDateTime.ofInstant(info.createdAt(), SwedishTime.ZONE));
    }

    long cases() {
        return cases;
    }

    void countCase() {
        cases++;
    }

    /** The current position, not forced to the disk yet. */
    SipPosition position() {
        return new SipPosition(
                zipFile.length(), directory.length(), files.length(), erms.length(), zip.entries(), cases);
    }

    void cut(SipPosition back) throws IOException {
        zipFile.cut(back.zip());
        directory.cut(back.directory());
        files.cut(back.files());
        erms.cut(back.erms());
        zip.cut(back.entries());
        cases = back.cases();
    }

    /** Forces the files to the disk. */
    SipPosition force() throws IOException {
        zipFile.force();
        directory.force();
        files.force();
        erms.force();
        return position();
    }

    /** Completes the zip and forces it to the disk. */
    void finishZip() throws IOException {
        directory.flush();
        try (InputStream content = Files.newInputStream(staging.directory())) {
            zip.finish(content);
        }
        zipFile.force();
    }

    @Override
    public void close() throws IOException {
        zip.close();
        try (zipFile;
                directory;
                files;
                erms) {
            // closes them all, whatever one of them throws
        }
    }
}
