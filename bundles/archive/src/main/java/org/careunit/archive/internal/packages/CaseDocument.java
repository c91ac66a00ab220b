package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.StaffId;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.TermsPoint;

/**
 * Writes a case as XML by the schema {@code case.xsd}: its data, the terms as accepted, the conversation, what each
 * attachment is.
 */
final class CaseDocument {

    static final String NAMESPACE = "https://careunit.org/xml/case/1";

    private final XmlOutput xml;
    private final CaseToArchive one;

    private CaseDocument(XmlOutput xml, CaseToArchive one) {
        this.xml = xml;
        this.one = one;
    }

    /**
     * Writes it.
     *
     * @param receipt the path of the receipt beside it; empty if there is none
     * @return how many characters were replaced
     */
    static long write(CaseToArchive one, Optional<PackagedFile> receipt, List<AttachedFile> attachments, XmlOutput xml)
            throws IOException {
        new CaseDocument(xml, one).write(receipt, attachments);
        xml.flush();
        return xml.replaced();
    }

    private void write(Optional<PackagedFile> receipt, List<AttachedFile> attachments) throws IOException {
        ClosedCase ended = one.ended();
        xml.declaration()
                .open(
                        "case",
                        "xmlns",
                        NAMESPACE,
                        "id",
                        ended.ref().id(),
                        "unit",
                        ended.ref().unit(),
                        "received",
                        ended.receivedAt(),
                        "ended",
                        ended.closedAt());
        xml.element("type", one.typeName(), "key", ended.type());
        if (one.resident().isPresent()) {
            resident(one.resident().get());
        }
        if (one.earlierPackage().isPresent()) {
            xml.element("earlierPackage", one.earlierPackage().get());
        }
        if (one.receipt().isPresent()) {
            terms(one.receipt().get());
        }
        if (receipt.isPresent()) {
            xml.empty(
                    "receipt",
                    "file",
                    receipt.get().name(),
                    "sha256",
                    receipt.get().sha256());
        }
        conversation(ended.messages());
        attachments(attachments);
        xml.close("case");
    }

    private void resident(Identity resident) throws IOException {
        xml.open("resident");
        xml.element("number", resident.number().value());
        if (resident.name().isPresent()) {
            xml.element("name", resident.name().get());
        }
        xml.close("resident");
    }

    private void terms(Receipt receipt) throws IOException {
        xml.open(
                "terms",
                "accepted",
                receipt.acceptedAt(),
                "regionVersion",
                receipt.version().region(),
                "unitVersion",
                receipt.version().unit(),
                "sha256",
                receipt.version().sha256());
        for (TermsPoint point : receipt.text().points()) {
            xml.element("point", point.text(), "id", point.id());
        }
        xml.close("terms");
    }

    private void conversation(List<ClosedCase.Message> said) throws IOException {
        xml.open("conversation");
        for (ClosedCase.Message message : said) {
            xml.element(
                    "message",
                    message.text(),
                    "at",
                    message.at(),
                    "from",
                    message.staff().isPresent() ? "staff" : "resident",
                    "staff",
                    message.staff().map(StaffId::value).orElse(null));
        }
        xml.close("conversation");
    }

    private void attachments(List<AttachedFile> attachments) throws IOException {
        xml.open("attachments");
        for (AttachedFile one : attachments) {
            PackagedFile file = one.file();
            xml.empty(
                    "attachment",
                    "file",
                    file.name(),
                    "name",
                    one.ownName(),
                    "mediaType",
                    file.mediaType(),
                    "size",
                    file.size(),
                    "sha256",
                    file.sha256());
        }
        xml.close("attachments");
    }

    /**
     * A file of the package.
     *
     * @param name its path, from where it is referred to
     */
    record PackagedFile(String name, String mediaType, long size, String sha256) {
        PackagedFile {
            Objects.requireNonNull(mediaType, "mediaType");
        }
    }

    /** An attachment with its original name. */
    record AttachedFile(PackagedFile file, String ownName) {}
}
