package org.careunit.itests.benchmarks;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.roda_project.commons_ip2.model.IPContentInformationType;
import org.roda_project.commons_ip2.model.IPContentType;
import org.roda_project.commons_ip2.model.IPFile;
import org.roda_project.commons_ip2.model.IPRepresentation;
import org.roda_project.commons_ip2.model.SIP;
import org.roda_project.commons_ip2.model.impl.eark.EARKSIP;
import org.roda_project.commons_ip2.model.impl.eark.out.writers.factory.ZipWriteStrategyFactory;

/** Writes a package with commons-ip2, the reference library for E-ARK, from files that are on the disk already. */
final class ArchivePeer {

    private final Path folder;
    private final List<IPFile> files = new ArrayList<>();

    /**
     * Takes the files of cases out of a package.
     *
     * @param most how many at most
     */
    ArchivePeer(Path zip, Path folder, int most) throws Exception {
        this.folder = Files.createDirectories(folder);
        try (ZipFile from = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements() && files.size() < most) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().contains("/data/")) {
                    unpack(from, entry);
                }
            }
        }
    }

    private void unpack(ZipFile from, ZipEntry entry) throws Exception {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream content = from.getInputStream(entry)) {
            Files.copy(content, file);
        }
        files.add(new IPFile(file, List.of(file.getParent().getFileName().toString())));
    }

    int files() {
        return files.size();
    }

    /** Builds a package with all of them, and deletes it. */
    void build() throws Exception {
        SIP sip = new EARKSIP("careunit-peer", IPContentType.getMIXED(), IPContentInformationType.getMIXED(), "2.1.0");
        sip.addCreatorSoftwareAgent("benchmark", "0");
        IPRepresentation representation = new IPRepresentation("rep1");
        sip.addRepresentation(representation);
        files.forEach(representation::addFile);
        Path target = Files.createDirectories(folder.resolve("target"));
        Files.delete(sip.build(new ZipWriteStrategyFactory().create(target)));
    }
}
