package org.careunit.archive.internal.targets;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.archive.internal.TargetSettings;

/**
 * Delivers a package to a target in slices of some seconds: under a temporary name, resuming if the partial file there
 * is the beginning of the package; then its size is checked and it is renamed.
 *
 * @param zip on this node's disk
 * @param name of the package
 * @param isOurs asked before the final name
 */
public record PackageToSend(TargetSettings target, Path zip, String name, long bytes, BooleanSupplier isOurs) {

    private static final long SLICE_NANOS = 3_000_000_000L;
    private static final int PIECE = 256 * 1024;
    private static final int COMPARED = 64 * 1024;

    /** Sends one slice, or returns that the package has arrived. */
    public PackageDelivery send(PackageTarget to) throws IOException {
        OptionalLong there = to.size(finalName());
        if (there.isPresent()) {
            if (there.getAsLong() != bytes) {
                throw new TargetFaultException(
                        ArchiveFault.NAME_TAKEN, name + " has " + there.getAsLong() + " bytes there, not " + bytes);
            }
            return new PackageDelivery(target.name(), bytes, true);
        }
        requireZip();
        long sent = write(to, begin(to));
        if (sent < bytes) {
            return new PackageDelivery(target.name(), sent, false);
        }
        complete(to);
        return new PackageDelivery(target.name(), bytes, true);
    }

    private void requireZip() throws IOException {
        if (!Files.isRegularFile(zip) || Files.size(zip) != bytes) {
            throw new PackageLostException("Package " + name + " is not on this node's disk any more");
        }
    }

    /** Where to resume: at the end of the partial file, if its last bytes equal those of the package there. */
    private long begin(PackageTarget to) throws IOException {
        long there = to.size(temporaryName()).orElse(0);
        if (there == 0 || there > bytes) {
            return 0;
        }
        int length = (int) Math.min(COMPARED, there);
        byte[] ours = new byte[length];
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            file.seek(there - length);
            file.readFully(ours);
        }
        return Arrays.equals(ours, to.read(temporaryName(), there - length, length)) ? there : 0;
    }

    private long write(PackageTarget to, long from) throws IOException {
        long end = System.nanoTime() + SLICE_NANOS;
        long at = from;
        byte[] piece = new byte[PIECE];
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r");
                PackageTarget.Output out = to.write(temporaryName(), from)) {
            file.seek(from);
            while (at < bytes && System.nanoTime() - end < 0) {
                int count = file.read(piece);
                out.write(piece, count);
                at += count;
            }
        }
        return at;
    }

    private void complete(PackageTarget to) throws IOException {
        long there = to.size(temporaryName()).orElse(-1);
        if (there != bytes) {
            throw new TargetFaultException(ArchiveFault.SIZE, name + " has " + there + " bytes there, not " + bytes);
        }
        if (!isOurs.getAsBoolean()) {
            throw new UnavailableException(
                    UnavailableProblem.ARCHIVE, "Another node brings package " + name + " away by now");
        }
        rename(to);
        if (to.size(finalName()).orElse(-1) != bytes) {
            throw new TargetFaultException(ArchiveFault.RENAME, name + " is not there under its final name");
        }
    }

    private void rename(PackageTarget to) throws IOException {
        try {
            to.rename(temporaryName(), finalName());
        } catch (IOException failure) {
            if (ArchiveFault.of(failure) == ArchiveFault.REFUSED) {
                throw new TargetFaultException(ArchiveFault.RENAME, name + " cannot get its final name", failure);
            }
            throw failure;
        }
    }

    private String finalName() {
        return name + ".zip";
    }

    private String temporaryName() {
        return name + ".zip.part";
    }
}
