package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.archive.internal.packages.CaseDocument.AttachedFile;
import org.careunit.archive.internal.packages.CaseDocument.PackagedFile;
import org.careunit.archive.internal.packages.ZipWriter.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds cases to a package on disk, each completely or not at all. */
final class SipDraft implements PackageDraft {

    private static final Logger LOG = LoggerFactory.getLogger(SipDraft.class);
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Media types that residents may attach, and ours; METS allows registered types only. */
    private static final Set<String> MEDIA_TYPES = Set.of(
            "application/pdf", "image/gif", "image/jpeg", "image/png", "text/plain", SipPaths.XML, "application/json");

    private static final String OTHER_TYPE = "application/octet-stream";
    private static final String JSON = "application/json";

    private final PackageInfo info;
    private final SipFiles files;
    private final String createdAt;
    private final AttachmentCopy copy = new AttachmentCopy();
    private final XmlOutput xml = new XmlOutput();

    SipDraft(PackageInfo info, SipFiles files) {
        this.info = info;
        this.files = files;
        this.createdAt = info.createdAt().toString();
    }

    @Override
    public PackagedCase add(CaseToArchive one) {
        Optional<String> fault = fault(one.ended());
        if (fault.isPresent()) {
            return PackagedCase.faulty(fault.get());
        }
        SipPosition before = files.position();
        boolean whole = false;
        try {
            PackagedCase added = write(one);
            files.countCase();
            whole = true;
            return added;
        } catch (UnreadableAttachmentException unreadable) {
            return PackagedCase.faulty(unreadable.getMessage());
        } catch (IOException disk) {
            throw full(disk);
        } finally {
            if (!whole) {
                cut(before);
            }
        }
    }

    /** Why a case cannot be archived, as far as can be determined before it is written. */
    private Optional<String> fault(ClosedCase ended) {
        if (!ended.ref().unit().equals(info.unit())) {
            return Optional.of("it is a case of unit " + ended.ref().unit());
        }
        boolean isStrange = ended.receivedAt().isBefore(FIRST)
                || !ended.closedAt().isBefore(LAST)
                || ended.messages().stream()
                        .anyMatch(
                                said -> said.at().isBefore(FIRST) || !said.at().isBefore(LAST));
        return isStrange ? Optional.of("one of its times is not in the years 1900 to 2199") : Optional.empty();
    }

    private PackagedCase write(CaseToArchive one) throws IOException {
        String folder = SafeNames.folder(files.cases() + 1, one.ended().ref().id());
        List<AttachedFile> attachments = attachments(folder, one.ended().attachments());
        Optional<PackagedFile> receipt = receipt(folder, one.ended());
        long[] replaced = new long[1];
        PackagedFile document = entry(
                folder,
                "case.xml",
                SipPaths.XML,
                true,
                out -> replaced[0] = CaseDocument.write(one, receipt, attachments, xml.to(out)));
        ErmsDocument.aggregation(one, folder, document, attachments, xml.to(files.erms));
        long bytes = document.size()
                + receipt.map(PackagedFile::size).orElse(0L)
                + attachments.stream().mapToLong(each -> each.file().size()).sum();
        return new PackagedCase(Optional.empty(), bytes, replaced[0]);
    }

    private List<AttachedFile> attachments(String folder, List<Attachment> attachments) throws IOException {
        List<AttachedFile> written = new ArrayList<>();
        for (Attachment one : attachments) {
            int number = written.size() + 1;
            String name = "attachments/" + SafeNames.attachment(number, one.name());
            String which = "attachment " + number + " of " + attachments.size();
            PackagedFile file = entry(
                    folder,
                    name,
                    one.mediaType(),
                    isText(one.mediaType()),
                    out -> copy.copy(one.content(), which, out));
            written.add(new AttachedFile(file, one.name()));
        }
        return written;
    }

    /** The formats that residents may attach are compressed already. */
    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/");
    }

    private Optional<PackagedFile> receipt(String folder, ClosedCase ended) throws IOException {
        return ended.receipt().isEmpty()
                ? Optional.empty()
                : Optional.of(entry(
                        folder,
                        "receipt.json",
                        JSON,
                        true,
                        out -> out.write(ended.receipt().get().getBytes(StandardCharsets.UTF_8))));
    }

    /** Writes a file of a case, and a line for it in the representation's METS. */
    private PackagedFile entry(
            String folder, String name, String mediaType, boolean compressed, ZipWriter.Content content)
            throws IOException {
        String path = SipPaths.DATA + folder + "/" + name;
        long number = files.zip.entries() + 1;
        Written written = files.zip.write(info.name() + "/" + SipPaths.REPRESENTATION + path, compressed, content);
        String registered = MEDIA_TYPES.contains(mediaType) ? mediaType : OTHER_TYPE;
        PackagedFile file = new PackagedFile(path, registered, written.size(), written.sha256());
        MetsDocument.file(xml.to(files.files), "f" + number, file, createdAt);
        xml.flush();
        return new PackagedFile(name, mediaType, written.size(), written.sha256());
    }

    private void cut(SipPosition back) {
        try {
            files.cut(back);
        } catch (IOException disk) {
            LOG.warn("Package {} could not be cut back; it is when it is opened again", info.name(), disk);
        }
    }

    @Override
    public String position() {
        try {
            return files.force().toString();
        } catch (IOException disk) {
            throw full(disk);
        }
    }

    private UnavailableException full(IOException disk) {
        return new UnavailableException(
                UnavailableProblem.ARCHIVE,
                "Package " + info.name() + " cannot be written to this node's disk: " + disk.getMessage(),
                disk);
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException disk) {
            LOG.debug("The files of package {} could not be closed", info.name(), disk);
        }
    }
}
