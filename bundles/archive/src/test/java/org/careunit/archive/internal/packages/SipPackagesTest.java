package org.careunit.archive.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageDraft.PackagedCase;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class SipPackagesTest {

    private static final PackageInfo INFO = SampleCases.info("careunit-test-1");
    private static final String DATA = "careunit-test-1/representations/rep1/data/";

    @TempDir
    Path home;

    private SipPackages packages;

    @BeforeEach
    void open() {
        packages = new SipPackages(home, "1.2.3");
    }

    @Test
    void referenceValidatorCallsASmallPackageValid() throws Exception {
        write(SampleCases.plain("c-1"));

        PackageValidator.requireValid(judged());
    }

    @Test
    void referenceValidatorCallsARichPackageValid() throws Exception {
        FinishedPackage finished = write(SampleCases.rich("c-1"), SampleCases.plain("c-2"), SampleCases.rich("c:3"));

        PackageValidator.requireValid(judged());
        ZipDirectoryCheck.require(zip(), PackageValidator.names(zip()).size());
        assertThat(finished.bytes()).isEqualTo(Files.size(zip()));
        assertThat(PackageValidator.names(zip()))
                .contains(
                        "careunit-test-1/METS.xml",
                        "careunit-test-1/metadata/descriptive/ERMS.xml",
                        "careunit-test-1/schemas/case.xsd",
                        DATA + "0000001-c-1/case.xml",
                        DATA + "0000001-c-1/receipt.json",
                        DATA + "0000001-c-1/attachments/0001-Remiss_fran_lakare.pdf",
                        DATA + "0000003-c_3/case.xml");
    }

    @Test
    void caseDocumentFollowsOurSchemaAndHoldsWhatWasAccepted() throws Exception {
        write(SampleCases.rich("c-1"));

        String document = PackageValidator.requireValid(zip(), DATA + "0000001-c-1/case.xml", ourSchema());

        assertThat(document)
                .contains("<point id=\"svarstid\">Vi svarar inom 3 dagar.</point>")
                .contains("<number>191212121212</number>")
                .contains("name=\"Remiss från läkare.pdf\"")
                .contains("<earlierPackage>careunit-earlier</earlierPackage>");
    }

    @Test
    @EnabledIfSystemProperty(named = "careunit.erms.schema", matches = ".+")
    void metadataFollowsTheSchemaOfCitsErms() throws Exception {
        write(SampleCases.rich("c-1"), SampleCases.plain("c-2"));

        try (InputStream schema = Files.newInputStream(Path.of(System.getProperty("careunit.erms.schema")))) {
            PackageValidator.requireValid(zip(), "careunit-test-1/metadata/descriptive/ERMS.xml", schema);
        }
    }

    @Test
    void sameCasesInOneSliceOrManyMakeTheSameBytes() throws Exception {
        List<CaseToArchive> cases = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            cases.add(i % 3 == 0 ? SampleCases.rich("c-" + i) : SampleCases.plain("c-" + i));
        }
        FinishedPackage inOne = write(cases.toArray(CaseToArchive[]::new));
        packages.discard(INFO);

        Optional<String> position = Optional.empty();
        for (CaseToArchive one : cases) {
            try (PackageDraft draft = packages.open(INFO, position)) {
                draft.add(one);
                position = Optional.of(draft.position());
                draft.add(SampleCases.plain("lost")); // as when the process is killed before the next position
            }
        }
        FinishedPackage inMany = packages.finish(INFO, position.get());

        assertThat(inMany).isEqualTo(inOne);
        assertThat(packages.finish(INFO, position.get())).isEqualTo(inOne);
        PackageValidator.requireValid(judged());
    }

    @Test
    void caseThatCannotBeReadLeavesNothingBehind() throws Exception {
        Attachment broken = new Attachment("x.pdf", "application/pdf", () -> new BreakingStream(100_000));
        Attachment throwing = new Attachment("x.pdf", "application/pdf", () -> {
            throw new IllegalStateException("secret words");
        });
        Attachment absent = new Attachment("x.pdf", "application/pdf", () -> null);
        FinishedPackage expected = write(SampleCases.plain("c-1"), SampleCases.plain("c-2"));
        packages.discard(INFO);

        List<PackagedCase> results = new ArrayList<>();
        String position;
        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            results.add(draft.add(SampleCases.plain("c-1")));
            results.add(draft.add(SampleCases.with("bad-1", "Hej", SampleCases.attachment("a", "b/c", "d"), broken)));
            results.add(draft.add(SampleCases.with("bad-2", "Hej", throwing)));
            results.add(draft.add(SampleCases.with("bad-3", "Hej", absent)));
            results.add(draft.add(SampleCases.plain("c-2")));
            position = draft.position();
        }

        assertThat(results)
                .extracting(result -> result.fault().orElse(""))
                .containsExactly(
                        "",
                        "attachment 2 of 2 cannot be read: the host threw java.io.IOException",
                        "attachment 1 of 1 cannot be read: the host threw java.lang.IllegalStateException",
                        "attachment 1 of 1 has no content: the host gave null",
                        "");
        assertThat(packages.finish(INFO, position)).isEqualTo(expected);
    }

    @Test
    void attachmentThatHasAnotherLengthWhenItIsReadAgainIsWholeAsItWasReadLast() throws Exception {
        int[] length = {50_000};
        Attachment changing = new Attachment("x.txt", "text/plain", () -> {
            length[0] -= 20_000;
            return new ByteArrayInputStream(new byte[length[0]]);
        });
        try (PackageDraft killed = packages.open(INFO, Optional.empty())) {
            assertThat(killed.add(SampleCases.with("c-1", "Hej", changing)).fault())
                    .isEmpty();
        }

        write(SampleCases.with("c-1", "Hej", changing));

        assertThat(PackageValidator.text(zip(), DATA + "0000001-c-1/case.xml")).contains("size=\"10000\"");
        assertThat(PackageValidator.text(zip(), DATA + "0000001-c-1/attachments/0001-x.txt"))
                .hasSize(10_000);
        PackageValidator.requireValid(judged());
    }

    @Test
    void hostThatDoesNotGiveAnAttachmentNowIsUnavailable() {
        Attachment later = new Attachment("x.pdf", "application/pdf", () -> {
            throw new UnavailableException("The host's files are out of reach");
        });

        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            assertThatThrownBy(() -> draft.add(SampleCases.with("c-1", "Hej", later)))
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void charactersThatXmlCannotHoldAreReplacedAndCounted() throws Exception {
        String text = "a\u0000b\u0001c\uD800d\uDC00e\uFFFEf 😀 \t\n\r å<&>\"]]>";
        String position;
        PackagedCase result;
        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            result = draft.add(SampleCases.with("c-1", text, SampleCases.attachment("n\u0007\n.pdf", "a/b", "x")));
            position = draft.position();
        }
        packages.finish(INFO, position);

        assertThat(result.replaced()).isEqualTo(6);
        assertThat(PackageValidator.requireValid(zip(), DATA + "0000001-c-1/case.xml", ourSchema()))
                .contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf 😀 \t\n&#13; å&lt;&amp;&gt;\"]]&gt;")
                .contains("name=\"n\uFFFD&#10;.pdf\"");
        PackageValidator.requireValid(judged());
    }

    @Test
    void packageWithHostileNamesIsValid() throws Exception {
        write(SampleCases.with(
                "CON",
                "Hej",
                SampleCases.attachment("../../x", "application/pdf", "1"),
                SampleCases.attachment("CON", "no media type", "2"),
                SampleCases.attachment("x".repeat(300) + ".pdf", "application/pdf", "3"),
                SampleCases.attachment("same.pdf", "application/pdf", "4"),
                SampleCases.attachment("same.pdf", "application/pdf", "5"),
                SampleCases.attachment("", "", "")));

        PackageValidator.requireValid(judged());
        assertThat(PackageValidator.names(zip()))
                .noneMatch(name -> name.contains("..") || name.contains("//"))
                .filteredOn(name -> name.contains("attachments/"))
                .hasSize(6)
                .allMatch(name -> name.matches("[A-Za-z0-9._/-]+"));
    }

    @Test
    void caseFromBefore1900IsLeftOut() {
        var old = SampleCases.ended("c-1", Optional.empty(), "Hej");
        var ancient = new ClosedCase(
                old.ref(),
                old.type(),
                Instant.parse("1899-12-31T23:59:59Z"),
                old.closedAt(),
                old.receipt(),
                old.messages(),
                old.attachments());

        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            assertThat(draft.add(SampleCases.archived(ancient)).fault())
                    .hasValueSatisfying(fault -> assertThat(fault).contains("1900"));
        }
    }

    @Test
    void packageThatIsNotOnThisDiskIsLost() throws Exception {
        String position;
        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            draft.add(SampleCases.plain("c-1"));
            position = draft.position();
        }
        try (var cut = FileChannel.open(zip(), StandardOpenOption.WRITE)) {
            cut.truncate(10);
        }

        assertThatThrownBy(() -> packages.open(INFO, Optional.of(position))).isInstanceOf(PackageLostException.class);
        packages.discard(INFO);
        packages.discard(INFO);
        assertThatThrownBy(() -> packages.finish(INFO, position)).isInstanceOf(PackageLostException.class);
    }

    @Test
    void diskThatDoesNotTakeItIsUnavailable() throws Exception {
        Files.writeString(home.resolve(INFO.name()), "a file where the folder is to be");

        assertThatThrownBy(() -> packages.open(INFO, Optional.empty())).isInstanceOf(UnavailableException.class);
    }

    /** Gives so many bytes and then throws. */
    private static final class BreakingStream extends FilterInputStream {

        private int left;

        BreakingStream(int bytes) {
            super(InputStream.nullInputStream());
            left = bytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("secret words");
            }
            int given = Math.min(left, length);
            left -= given;
            return given;
        }
    }

    private FinishedPackage write(CaseToArchive... cases) {
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
        return Files.copy(zip(), Files.createTempDirectory(home, "judged").resolve(INFO.name() + ".zip"));
    }

    private static InputStream ourSchema() {
        return SipPackages.class.getResourceAsStream("schemas/case.xsd");
    }
}
