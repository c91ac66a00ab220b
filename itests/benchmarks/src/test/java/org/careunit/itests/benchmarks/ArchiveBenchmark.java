package org.careunit.itests.benchmarks;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.archive.internal.packages.SipPackages;

/**
 * Writing packages, beside reading and hashing the same files, the same zip and one fsync; and beside the reference
 * library.
 */
final class ArchiveBenchmark {

    private static final int CASES = Integer.getInteger("archive.cases", 100_000);
    private static final int ROUNDS = Integer.getInteger("archive.rounds", 3);
    private static final int PEER_FILES = Integer.getInteger("archive.peerFiles", 40_000);
    private static final int CASES_A_SLICE = 5_000;
    private static final int ATTACHMENT = 4_096;
    private static final HsaId UNIT = new HsaId("SE2321000016-1003");
    private static final Instant NOW = Instant.parse("2026-11-30T10:15:30Z");

    private final PackageInfo info =
            new PackageInfo("careunit-benchmark", UNIT, "Björkens vårdcentral", new CountyCode("01"), NOW);
    private final Path folder;
    private final SipPackages packages;
    private double most;
    private boolean measuresHeap = true;

    private ArchiveBenchmark(Path folder) {
        this.folder = folder;
        packages = new SipPackages(folder, "0");
    }

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("archive-benchmark");
        try {
            new ArchiveBenchmark(folder).measure();
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure() throws Exception {
        double before = Heap.usedMegabytes();
        FinishedPackage finished = ours();
        double grown = most - before;
        int files = bare();
        measuresHeap = false;
        Duel duel = Duel.of(0, ROUNDS, () -> rate(files, this::bare), () -> rate(files, this::ours));
        Table table = new Table(
                String.format(
                        Locale.ROOT,
                        "Archive: %,d cases, %,d files, %,.0f MB (goal: 0.5 of the bare loop, 64 MB)",
                        CASES,
                        files,
                        finished.bytes() / 1e6),
                "what",
                "peer or limit",
                "ours",
                "ratio");
        table.rates("files a second; peer: SHA-256, the same zip, one fsync", duel);
        besideReference(table, files);
        table.row(
                "heap grown, MB",
                "64",
                String.format(Locale.ROOT, "%.1f", grown),
                String.format(Locale.ROOT, "%.2f", grown / 64));
        table.print();
    }

    /** The reference library keeps what it knows of all files in memory, so that it is given fewer. */
    private void besideReference(Table table, int files) throws Exception {
        ArchivePeer reference = new ArchivePeer(packages.zip(info), folder.resolve("reference"), PEER_FILES);
        table.rates(
                String.format(Locale.ROOT, "files a second; peer: commons-ip2, %,d of them", reference.files()),
                Duel.of(0, 1, () -> rate(reference), () -> rate(files, this::ours)));
    }

    private static double rate(ArchivePeer reference) throws Exception {
        long begin = System.nanoTime();
        reference.build();
        return reference.files() / ((System.nanoTime() - begin) / 1e9);
    }

    private static double rate(int files, Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return files / ((System.nanoTime() - begin) / 1e9);
    }

    /** In slices, as a run does it. */
    private FinishedPackage ours() {
        Random random = new Random(1);
        Optional<String> position = Optional.empty();
        for (int from = 0; from < CASES; from += CASES_A_SLICE) {
            try (PackageDraft draft = packages.open(info, position)) {
                for (int i = from; i < Math.min(CASES, from + CASES_A_SLICE); i++) {
                    draft.add(one(i, random));
                }
                position = Optional.of(draft.position());
                if (measuresHeap) {
                    most = Math.max(most, Heap.usedMegabytes());
                }
            }
        }
        return packages.finish(info, position.orElseThrow());
    }

    private static CaseToArchive one(int number, Random random) {
        byte[] content = new byte[ATTACHMENT];
        random.nextBytes(content);
        String text = "Hej, jag behöver förnya mitt recept på det som jag tar varje morgon. ".repeat(10);
        ClosedCase ended = new ClosedCase(
                new CaseRef(UNIT, "case-" + number),
                new CaseTypeKey("fornya-recept"),
                NOW.minusSeconds(900_000),
                NOW.minusSeconds(600_000),
                Optional.empty(),
                List.of(
                        new Message(NOW.minusSeconds(900_000), Optional.empty(), text),
                        new Message(NOW.minusSeconds(600_000), Optional.of(new StaffId(UNIT.value())), text)),
                List.of(new Attachment("bild.png", "image/png", () -> new ByteArrayInputStream(content))));
        return new CaseToArchive(ended, "Förnya recept", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Reads every file of the package, hashes it and puts it into another zip. */
    private int bare() throws Exception {
        int files = 0;
        byte[] buffer = new byte[65_536];
        try (ZipFile from = new ZipFile(packages.zip(info).toFile());
                RandomAccessFile to =
                        new RandomAccessFile(folder.resolve("bare.zip").toFile(), "rw")) {
            OutputStream channel = Channels.newOutputStream(to.getChannel());
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(channel, 262_144));
            zip.setLevel(3);
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                copy(from, entries.nextElement(), zip, buffer);
                files++;
            }
            zip.finish();
            zip.flush();
            to.getFD().sync();
        }
        return files;
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream zip, byte[] buffer) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        zip.putNextEntry(entry(entry));
        try (InputStream content = from.getInputStream(entry)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
                zip.write(buffer, 0, count);
            }
        }
        zip.closeEntry();
        digest.digest();
    }

    private static ZipEntry entry(ZipEntry like) {
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setMethod(like.getMethod());
        if (like.getMethod() == ZipEntry.STORED) {
            entry.setSize(like.getSize());
            entry.setCrc(like.getCrc());
        }
        return entry;
    }
}
