package org.careunit.archive.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages of many cases and of large attachments, before the reference validator. */
class LargePackageTest {

    /** How many cases; the profile {@code thorough} has 2 000. */
    private static final int CASES = Integer.getInteger("careunit.archive.judged", 60);

    /** How many bytes an attachment has; the profile {@code thorough} has 2 GiB. */
    private static final long BYTES = Long.getLong("careunit.archive.attachment", 8L << 20);

    private static final PackageInfo INFO = SampleCases.info("careunit-large-1");

    @TempDir
    Path home;

    private SipPackages packages;

    @Test
    void referenceValidatorCallsAPackageOfManyCasesValid() throws Exception {
        packages = new SipPackages(home, "1.2.3");
        List<CaseToArchive> cases = new ArrayList<>();
        for (int i = 1; i <= CASES; i++) {
            cases.add(i % 5 == 0 ? SampleCases.rich("c-" + i) : withAttachments(i));
        }

        write(cases);

        assertThat(PackageValidator.names(zip()))
                .filteredOn(name -> name.endsWith("/case.xml"))
                .hasSize(CASES);
        PackageValidator.requireValid(judged());
    }

    private static CaseToArchive withAttachments(int number) {
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < number % 4; i++) {
            attachments.add(SampleCases.attachment("Bild å " + i + ".png", "image/png", new byte[number * 37 % 5_000]));
        }
        return SampleCases.with("c-" + number, "Hej " + number, attachments.toArray(Attachment[]::new));
    }

    /** Two of 2 GiB: what comes behind them lies beyond 4 GiB, which zip64 alone can say. */
    @Test
    void largeAttachmentsAreStreamedAndWholeAndThePackageIsValid() throws Exception {
        packages = new SipPackages(home, "1.2.3");
        Attachment large = new Attachment("film.pdf", "application/pdf", () -> new Generated(BYTES));

        FinishedPackage finished = write(List.of(
                SampleCases.with("c-1", "Hej", large), SampleCases.with("c-2", "Hej", large), SampleCases.rich("c-3")));

        assertThat(finished.bytes()).isGreaterThan(2 * BYTES);
        try (ZipFile zip = new ZipFile(zip().toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(one -> one.getName().endsWith("film.pdf"))
                    .toList()) {
                assertThat(entry.getSize()).isEqualTo(BYTES);
                requireSame(zip.getInputStream(entry));
            }
        }
        PackageValidator.requireValid(judged());
    }

    private static void requireSame(InputStream content) throws IOException {
        Generated expected = new Generated(BYTES);
        byte[] theirs = new byte[1 << 20];
        byte[] ours = new byte[1 << 20];
        try (content) {
            for (int count = content.readNBytes(theirs, 0, theirs.length);
                    count > 0;
                    count = content.readNBytes(theirs, 0, theirs.length)) {
                assertThat(expected.readNBytes(ours, 0, count)).isEqualTo(count);
                assertThat(Arrays.equals(theirs, 0, count, ours, 0, count)).isTrue();
            }
        }
    }

    private FinishedPackage write(List<CaseToArchive> cases) {
        String position;
        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            for (CaseToArchive one : cases) {
                assertThat(draft.add(one).fault()).isEmpty();
            }
            position = draft.position();
        }
        return packages.finish(INFO, position);
    }

    private Path zip() {
        return packages.zip(INFO);
    }

    /** The validator wants the file to be named as the package is. */
    private Path judged() throws IOException {
        return Files.createLink(Files.createTempDirectory(home, "judged").resolve(INFO.name() + ".zip"), zip());
    }

    /** So many bytes, none of which is kept anywhere. */
    private static final class Generated extends InputStream {

        private final long length;
        private long at;

        Generated(long length) {
            this.length = length;
        }

        private static byte value(long place) {
            return (byte) (place * 31 + (place >>> 8) + (place >>> 20));
        }

        @Override
        public int read() {
            return at == length ? -1 : value(at++) & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            if (at == length) {
                return -1;
            }
            int given = (int) Math.min(wanted, length - at);
            for (int i = 0; i < given; i++) {
                buffer[offset + i] = value(at++);
            }
            return given;
        }
    }
}
