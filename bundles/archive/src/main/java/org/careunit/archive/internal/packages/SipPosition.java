package org.careunit.archive.internal.packages;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How far a package has been written: the lengths of its files on disk, and what was counted.
 *
 * @param zip length of the zip file
 * @param directory length of what becomes the zip's central directory
 * @param files length of what becomes the list of files in the representation's METS
 * @param erms length of what becomes the cases' metadata
 * @param entries in the zip
 * @param cases in the package
 */
record SipPosition(long zip, long directory, long files, long erms, long entries, long cases) {

    static final SipPosition START = new SipPosition(0, 0, 0, 0, 0, 0);

    private static final int NUMBERS = 6;

    /** @throws IllegalArgumentException if it is none that {@link #toString} wrote */
    static SipPosition parse(String written) {
        long[] read =
                Arrays.stream(written.split(" ")).mapToLong(Long::parseLong).toArray();
        if (read.length != NUMBERS || LongStream.of(read).anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("Not a position: " + written);
        }
        return new SipPosition(read[0], read[1], read[2], read[3], read[4], read[5]);
    }

    @Override
    public String toString() {
        return LongStream.of(zip, directory, files, erms, entries, cases)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }
}
