package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} amid the export of a unit's cases, at random points of each stage: one package in the archive, no
 * case missing, none twice, every file as its checksum says.
 */
abstract class ArchiveKillContract {

    private static final int CASES = Integer.getInteger("archive.cases", 600);
    private static final int PAGE = Math.max(20, CASES / 500);

    /** How long after such a point a node is killed, in milliseconds: shorter than a stage takes. */
    private static final int LATEST = Math.max(2, Math.min(200, CASES / 60));

    private static final Duration PATIENCE = Duration.ofMinutes(Long.getLong("archive.minutes", 2));
    private static final long SEED = Long.getLong("archive.seed", 1);
    private static final String DATA = "/representations/rep1/data/";

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    abstract String database();

    abstract int kills();

    @Test
    void exportKilledAtRandomPointsMakesOnePackageWithEveryCaseOnce() throws Exception {
        String database = database();
        long began = System.nanoTime();
        for (int kill = 0; kill < kills(); kill++) {
            killAtAPoint(database, kill);
        }
        double most = finish(database);
        System.out.printf(
                "%,d cases, %d kills: %.1f s, at most %.1f MB of heap behind a collection%n",
                CASES, kills(), (System.nanoTime() - began) / 1e9, most);
        requireOnePackage();
        assertThat(new HashSet<>(GeneratedCases.confirmedIn(ArchiveNode.confirmed(folder))))
                .isEqualTo(allIds());
        try (TestStore store = Node.open(database, "watch")) {
            assertThat(store.archive().ofUnit(GeneratedCases.UNIT, 9))
                    .singleElement()
                    .satisfies(stored -> {
                        ArchiveRun run = stored.run();
                        assertThat(run.stage()).isEqualTo(Stage.DONE);
                        assertThat(run.counts().cases()).isEqualTo(CASES);
                        assertThat(run.counts().confirmed()).isEqualTo(CASES);
                        assertThat(run.counts().leftOut()).isZero();
                    });
        }
    }

    /** The last kills come in the stages behind the first, which gets all others. */
    private void killAtAPoint(String database, int kill) throws InterruptedException {
        try (NodeProcess node = node(database, "killed-" + kill)) {
            switch (kills() - kill) {
                case 1 -> awaitPoint(node, "CONFIRMED", 1 + random.nextInt(2));
                case 2 -> awaitPoint(node, "BEGIN DELIVER", 1);
                case 3 -> awaitPoint(node, "BEGIN FINISH", 1);
                default -> awaitPoint(node, "GAVE", 1 + random.nextInt(Math.max(1, CASES / PAGE / kills())));
            }
            // anywhere within what begins there
            assertThat(new CountDownLatch(1).await(random.nextInt(LATEST), TimeUnit.MILLISECONDS))
                    .isFalse();
            node.kill();
        }
    }

    /** A node that was killed late may leave the stage that is waited for behind it: then there is no such point. */
    private static void awaitPoint(NodeProcess node, String beginning, int count) {
        await().atMost(PATIENCE)
                .until(() -> node.said(beginning).count() >= count
                        || node.said("EXPORTED").findAny().isPresent());
    }

    private double finish(String database) {
        try (NodeProcess node = node(database, "survivor")) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> node.said("EXPORTED").findAny().isPresent());
            return node.said("HEAP ")
                    .mapToDouble(line -> Double.parseDouble(line.substring(5)))
                    .max()
                    .orElseThrow();
        }
    }

    private NodeProcess node(String database, String name) {
        return NodeProcess.start(
                List.of("-Xmx128m", "-XX:+UseSerialGC"),
                ArchiveNode.class,
                database,
                name,
                folder.toString(),
                Integer.toString(CASES),
                Integer.toString(PAGE));
    }

    private static Set<String> allIds() {
        Set<String> ids = new HashSet<>();
        IntStream.range(0, CASES).forEach(number -> ids.add(GeneratedCases.id(number)));
        return ids;
    }

    private void requireOnePackage() throws Exception {
        List<Path> there;
        try (Stream<Path> files = Files.list(ArchiveNode.target(folder))) {
            there = files.toList();
        }
        assertThat(there).singleElement().asString().endsWith(".zip");
        assertThat(folder.resolve("staging")).isEmptyDirectory();
        try (ZipFile zip = new ZipFile(there.get(0).toFile())) {
            Map<String, String> listed = listed(zip);
            Set<String> cases = new HashSet<>();
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                int data = entry.getName().indexOf(DATA);
                if (data >= 0) {
                    String path = entry.getName().substring(data + DATA.length());
                    assertThat(listed.remove("data/" + path)).as(path).isEqualTo(sha256(zip, entry));
                    check(zip, entry, path, cases);
                }
            }
            assertThat(listed).isEmpty();
            assertThat(cases).isEqualTo(allIds());
        }
    }

    private static void check(ZipFile zip, ZipEntry entry, String path, Set<String> cases) throws IOException {
        String id = path.substring(path.indexOf('-') + 1, path.indexOf('/'));
        if (path.endsWith("/case.xml")) {
            assertThat(cases.add(id)).as("%s is there once", id).isTrue();
        } else {
            int number = Integer.parseInt(id.substring(5));
            try (InputStream content = zip.getInputStream(entry)) {
                assertThat(content.readAllBytes()).as(path).isEqualTo(GeneratedCases.attachment(number));
            }
        }
    }

    /** The files with their checksums, by the METS of the representation. */
    private static Map<String, String> listed(ZipFile zip) throws Exception {
        ZipEntry mets = zip.stream()
                .filter(entry -> entry.getName().endsWith("/representations/rep1/METS.xml"))
                .findFirst()
                .orElseThrow();
        Map<String, String> listed = new HashMap<>();
        String checksum = "";
        try (InputStream content = zip.getInputStream(mets)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    if (xml.getLocalName().equals("file")) {
                        checksum = xml.getAttributeValue(null, "CHECKSUM");
                    } else if (xml.getLocalName().equals("FLocat")) {
                        String file = xml.getAttributeValue("http://www.w3.org/1999/xlink", "href");
                        assertThat(listed.put(file, checksum)).as(file).isNull();
                    }
                }
            }
        }
        return listed;
    }

    private static String sha256(ZipFile zip, ZipEntry entry) throws Exception {
        try (InputStream content = zip.getInputStream(entry)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        }
    }
}
