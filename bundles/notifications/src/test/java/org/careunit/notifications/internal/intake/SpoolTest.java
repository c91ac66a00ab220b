package org.careunit.notifications.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.careunit.operations.files.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path directory;

    @Test
    void whatWasAppendedComesOutInOrderAlsoAfterANewStart() throws IOException {
        try (Spool spool = new Spool(directory)) {
            spool.append("första");
            spool.append("");
        }
        try (Spool spool = new Spool(directory)) {
            spool.append("third");
            assertThat(taken(spool)).containsExactly("första", "", "third");
            assertThat(spool.waiting()).isEmpty();
            assertThat(spool.size()).isZero();
            spool.append("fourth");
            assertThat(taken(spool)).containsExactly("fourth");
        }
    }

    @Test
    void aFileStaysUntilItIsRemoved() throws IOException {
        try (Spool spool = new Spool(directory)) {
            spool.append("a");
            assertThat(spool.read(spool.waiting().get(0))).containsExactly("a");
            assertThat(spool.read(spool.waiting().get(0))).containsExactly("a");
        }
    }

    @Test
    void manyTextsFillSeveralFiles() throws IOException {
        try (Spool spool = new Spool(directory)) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                texts.add(i + "x".repeat(100_000));
                spool.append(texts.get(i));
            }
            assertThat(spool.waiting()).hasSizeGreaterThan(1);
            assertThat(spool.read(spool.waiting().get(0))).hasSizeLessThan(60);
            assertThat(taken(spool)).isEqualTo(texts);
        }
    }

    /** Wherever a write was cut off, what came before it is whole, and nothing that was never written comes out. */
    @Property(tries = 200)
    void aFileThatWasCutOffGivesWhatIsWhole(
            @ForAll @Size(min = 1, max = 5) List<String> texts, @ForAll @IntRange(min = 1, max = 200) int cut)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (String text : texts) {
            file.write(SpoolRecord.write(text));
        }
        byte[] bytes = file.toByteArray();

        List<String> read = SpoolRecord.read(Arrays.copyOf(bytes, Math.max(0, bytes.length - cut)))
                .whole();

        assertThat(read).hasSizeLessThan(texts.size()).isEqualTo(readable(texts).subList(0, read.size()));
    }

    /** Whatever happened to the bytes of one record, the others come out, and nothing that was never appended. */
    @Property(tries = 1_000)
    void aDamagedRecordLosesItselfAlone(
            @ForAll @Size(min = 3, max = 6) List<String> texts,
            @ForAll @IntRange(min = 0, max = 5) int which,
            @ForAll @Size(max = 40) byte[] damage,
            @ForAll @IntRange(min = 0, max = 60) int at)
            throws IOException {
        List<byte[]> records = new ArrayList<>();
        readable(texts).forEach(text -> records.add(SpoolRecord.write(text)));
        int damaged = which % texts.size();
        byte[] record = records.get(damaged);
        int place = at % record.length;
        byte[] wrong = Arrays.copyOf(record, place + damage.length);
        System.arraycopy(damage, 0, wrong, place, damage.length);
        records.set(damaged, wrong);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] bytes : records) {
            file.write(bytes);
        }
        List<String> others = new ArrayList<>(readable(texts));
        String own = others.remove(damaged);

        List<String> read = new ArrayList<>(SpoolRecord.read(file.toByteArray()).whole());

        if (read.size() > others.size()) {
            assertThat(read.remove(damaged)).isEqualTo(own);
        }
        assertThat(read).isEqualTo(others);
    }

    @Test
    void aDamagedFileIsReadInTimeThatGrowsWithItsLengthAlone() {
        byte[] marks = new byte[4 << 20];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) (0xFF - i % 4);
        }
        assertThat(SpoolRecord.read(marks).whole()).isEmpty();
        ByteBuffer heads = ByteBuffer.allocate(4 << 20);
        while (heads.remaining() >= 12) {
            heads.putInt(0xFF_FE_FD_FC).putInt(heads.remaining()).putInt(1);
        }
        assertThat(SpoolRecord.read(heads.array()).skipped()).isEqualTo(heads.capacity());
    }

    @Test
    void anInterruptHurtsNoPoster() throws Exception {
        ExecutorService posters = Executors.newFixedThreadPool(8);
        List<String> appended = new ArrayList<>();
        try (Spool spool = new Spool(directory)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = "text " + i;
                appended.add(text);
                boolean interrupted = i % 2 == 0;
                ends.add(posters.submit(() -> {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    spool.append(text);
                    assertThat(Thread.interrupted()).isEqualTo(interrupted);
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get(30, TimeUnit.SECONDS);
            }
            assertThat(taken(spool)).containsExactlyInAnyOrderElementsOf(appended);
        } finally {
            posters.shutdownNow();
        }
    }

    @Test
    void afterAFailureTheNextTextBeginsANewFile() throws IOException {
        AtomicBoolean full = new AtomicBoolean();
        Spool.FileCreation disk = file -> new FilterOutputStream(PrivateFiles.create(file)) {
            @Override
            public void write(byte[] bytes) throws IOException {
                if (full.get()) {
                    out.write(bytes, 0, bytes.length / 2);
                    throw new IOException("No space left on device");
                }
                out.write(bytes);
            }
        };
        try (Spool spool = new Spool(directory, disk)) {
            spool.append("before");
            full.set(true);
            assertThatThrownBy(() -> spool.append("not kept")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> spool.append("not kept either")).isInstanceOf(IOException.class);
            full.set(false);
            spool.append("after");
            spool.append("and on");
            assertThat(spool.waiting()).hasSize(3);
            assertThat(taken(spool)).containsExactly("before", "after", "and on");
        }
    }

    @Test
    void theDirectoryMayComeBackAfterItWasTakenAway() throws IOException {
        Path lost = directory.resolve("spool");
        try (Spool spool = new Spool(lost)) {
            Files.delete(lost);
            spool.append("a");
            assertThat(taken(spool)).containsExactly("a");
        }
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        List<String> names = List.of(
                "readme.txt",
                "spool.spool",
                "9999999999999999999.spool",
                "9223372036854775807.spool",
                "-000000000000000001.spool",
                "0000000000000000001.spool.bak",
                "1.spool");
        for (String name : names) {
            Files.writeString(directory.resolve(name), "foreign");
        }
        Files.createDirectory(directory.resolve("0000000000000000009.spool"));
        try (Spool spool = new Spool(directory)) {
            spool.append("a");
            assertThat(taken(spool)).containsExactly("a");
        }
        assertThat(names).allSatisfy(name -> assertThat(directory.resolve(name)).hasContent("foreign"));
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        Path own = directory.resolve("own");
        try (Spool spool = new Spool(own)) {
            spool.append("a");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(spool.waiting().get(0))))
                    .isEqualTo("rw-------");
        }
    }

    /** As a text is once it was UTF-8: halves of surrogate pairs do not survive. */
    private static List<String> readable(List<String> texts) {
        return texts.stream()
                .map(text -> new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> taken(Spool spool) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : spool.waiting()) {
            all.addAll(spool.read(file));
            spool.remove(file);
        }
        return all;
    }
}
