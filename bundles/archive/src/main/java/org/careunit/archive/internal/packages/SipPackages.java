package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.archive.internal.packages.CaseDocument.PackagedFile;
import org.careunit.archive.internal.packages.ZipWriter.Written;

/** Writes packages into folders below one on this node's disk, and completes them. */
public final class SipPackages {

    private final Path home;
    private final String version;

    /** @param version of this software, as it stands in the packages */
    public SipPackages(Path home, String version) {
        this.home = home;
        this.version = version;
    }

    /** As {@link org.careunit.api.gateways.ArchiveGateway#open} says. */
    public PackageDraft open(PackageInfo info, Optional<String> position) {
        try {
            SipPosition from = position.map(SipPosition::parse).orElse(SipPosition.START);
            return new SipDraft(info, SipFiles.open(new Staging(home, info.name()), info, from));
        } catch (IOException disk) {
            throw unavailable(info, disk);
        }
    }

    /** As {@link org.careunit.api.gateways.ArchiveGateway#finish} says. */
    public FinishedPackage finish(PackageInfo info, String position) {
        Staging staging = new Staging(home, info.name());
        try {
            SipPosition from = SipPosition.parse(position);
            long entries = complete(staging, info, from);
            ZipDirectoryCheck.require(staging.zip(), entries);
            return new FinishedPackage(Files.size(staging.zip()), sha256(staging.zip()));
        } catch (IOException disk) {
            throw unavailable(info, disk);
        }
    }

    private long complete(Staging staging, PackageInfo info, SipPosition from) throws IOException {
        if (from.cases() == 0) {
            throw new IllegalArgumentException("Package " + info.name() + " holds no case");
        }
        try (SipFiles files = SipFiles.open(staging, info, from)) {
            List<PackagedFile> schemas = schemas(files, info);
            PackagedFile erms = file(files, info, SipPaths.ERMS, out -> erms(staging, info, out));
            PackagedFile representation = file(
                    files, info, SipPaths.REPRESENTATION + SipPaths.METS, out -> representation(staging, info, out));
            file(files, info, SipPaths.METS, out -> new MetsDocument(out, info, version)
                    .root(erms, schemas, representation));
            files.finishZip();
            return files.zip.entries();
        }
    }

    private static List<PackagedFile> schemas(SipFiles files, PackageInfo info) throws IOException {
        List<PackagedFile> written = new ArrayList<>();
        for (String resource : SipPaths.SCHEMA_RESOURCES) {
            String name = resource.substring(resource.indexOf('/') + 1);
            written.add(file(files, info, SipPaths.SCHEMAS + name, out -> {
                try (InputStream schema = SipPackages.class.getResourceAsStream(resource)) {
                    schema.transferTo(out);
                }
            }));
        }
        return written;
    }

    private static void erms(Staging staging, PackageInfo info, OutputStream out) throws IOException {
        ErmsDocument.head(info, out);
        Files.copy(staging.erms(), out);
        ErmsDocument.end(out);
    }

    private void representation(Staging staging, PackageInfo info, OutputStream out) throws IOException {
        MetsDocument mets = new MetsDocument(out, info, version);
        mets.beginRepresentation();
        Files.copy(staging.files(), out);
        mets.endRepresentation();
    }

    private static PackagedFile file(SipFiles files, PackageInfo info, String path, ZipWriter.Content content)
            throws IOException {
        Written written = files.zip.write(info.name() + "/" + path, true, content);
        return new PackagedFile(path, SipPaths.XML, written.size(), written.sha256());
    }

    /** SHA-256 of a whole file. */
    private static String sha256(Path file) throws IOException {
        MessageDigest digest = ZipEntryOutput.sha256Digest();
        byte[] buffer = new byte[256 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The finished package. */
    public Path zip(PackageInfo info) {
        return new Staging(home, info.name()).zip();
    }

    /** As {@link org.careunit.api.gateways.ArchiveGateway#discard} says. */
    public void discard(PackageInfo info) {
        try {
            new Staging(home, info.name()).remove();
        } catch (IOException disk) {
            throw unavailable(info, disk);
        }
    }

    private static UnavailableException unavailable(PackageInfo info, IOException disk) {
        return new UnavailableException(
                UnavailableProblem.ARCHIVE,
                "Package " + info.name() + " cannot be written to this node's disk: " + disk.getMessage(),
                disk);
    }
}
