package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.StaffId;
import org.careunit.archive.internal.packages.CaseDocument.AttachedFile;
import org.careunit.archive.internal.packages.CaseDocument.PackagedFile;

/**
 * Writes the metadata of the cases by CITS ERMS 2.1.2 (FGS Ärendehantering 2.0): one aggregation for each case, with
 * the conversation and each attachment as records. Head, cases and end are written apart, since the cases are written
 * as they come.
 */
final class ErmsDocument {

    static final String NAMESPACE = "https://DILCIS.eu/XML/ERMS";

    /** The legal reference for the secrecy of patients' messages. */
    private static final String CONFIDENTIALITY = "Offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §";

    private final XmlOutput xml;

    private ErmsDocument(XmlOutput xml) {
        this.xml = xml;
    }

    static void head(PackageInfo info, OutputStream out) throws IOException {
        XmlOutput xml = new XmlOutput().to(out);
        new ErmsDocument(xml).head(info);
        xml.flush();
    }

    /** @return how many characters were replaced */
    static long aggregation(
            CaseToArchive one, String folder, PackagedFile document, List<AttachedFile> attached, XmlOutput xml)
            throws IOException {
        new ErmsDocument(xml).aggregation(one, folder, document, attached);
        xml.flush();
        return xml.replaced();
    }

    static void end(OutputStream out) throws IOException {
        XmlOutput xml = new XmlOutput().to(out);
        xml.close("aggregations").close("erms").flush();
    }

    private void head(PackageInfo info) throws IOException {
        xml.declaration().open("erms", "xmlns", NAMESPACE).open("control");
        xml.element("identification", info.name(), "identificationType", "package");
        xml.open("maintenanceInformation").empty("maintenanceStatus", "value", "new");
        xml.open("maintenanceAgency");
        xml.element("agencyCode", info.unit().value(), "type", "HSA-id").element("agencyName", info.unitName());
        xml.close("maintenanceAgency");
        xml.open("maintenanceHistory").open("maintenanceEvent").empty("eventType", "value", "created");
        xml.element("eventDateTime", info.createdAt().toString());
        agent("creator", info.unitName(), Optional.of(info.unit().value()), "HSA-id");
        xml.close("maintenanceEvent").close("maintenanceHistory").close("maintenanceInformation");
        xml.close("control").open("aggregations");
    }

    private void aggregation(CaseToArchive one, String folder, PackagedFile document, List<AttachedFile> attached)
            throws IOException {
        ClosedCase ended = one.ended();
        xml.open("aggregation", "systemIdentifier", ended.ref(), "aggregationType", "caseFile");
        xml.element("objectId", folder).element("extraId", ended.ref().id(), "extraIdType", "case");
        xml.element("classification", one.typeName(), "classificationCode", ended.type());
        xml.element("title", one.typeName()).empty("status", "value", "closed");
        if (one.earlierPackage().isPresent()) {
            xml.element(
                    "relation",
                    one.earlierPackage().get(),
                    "relationType",
                    "own_relation_definition",
                    "otherRelationType",
                    "archived_before_in_package");
        }
        xml.open("restriction", "restrictionType", "confidential");
        xml.element("regulation", CONFIDENTIALITY).close("restriction");
        agents(one);
        xml.open("dates");
        date("received", ended.receivedAt());
        date("closed", ended.closedAt());
        xml.close("dates");
        conversation(folder, document);
        for (AttachedFile file : attached) {
            record(folder, file.file(), "attachment", file.ownName());
        }
        xml.close("aggregation");
    }

    private void agents(CaseToArchive one) throws IOException {
        xml.open("agents");
        agent(
                "receiver",
                one.ended().ref().unit().value(),
                Optional.of(one.ended().ref().unit().value()),
                "HSA-id");
        if (one.resident().isPresent()) {
            resident(one.resident().get());
        }
        TreeSet<String> staff = new TreeSet<>();
        one.ended().messages().forEach(said -> said.staff().map(StaffId::value).ifPresent(staff::add));
        for (String id : staff) {
            agent("responsible_person", id, Optional.of(id), "HSA-id");
        }
        xml.close("agents");
    }

    /** Without the name of a resident with protected identity. */
    private void resident(Identity resident) throws IOException {
        String number = resident.number().value();
        xml.open("agent", "agentType", "sender").element("name", resident.name().orElse(number));
        xml.element("idNumber", number, "idNumberType", "personnummer");
        xml.element("protectedIdentity", String.valueOf(resident.name().isEmpty()));
        xml.close("agent");
    }

    private void agent(String type, String name, Optional<String> id, String idType) throws IOException {
        xml.open("agent", "agentType", type).element("name", name);
        if (id.isPresent()) {
            xml.element("idNumber", id.get(), "idNumberType", idType);
        }
        xml.close("agent");
    }

    private void date(String type, Instant at) throws IOException {
        xml.element("date", at.toString(), "dateType", type);
    }

    private void conversation(String folder, PackagedFile document) throws IOException {
        record(folder, document, "conversation", document.name());
    }

    private void record(String folder, PackagedFile file, String type, String ownName) throws IOException {
        String path = folder + "/" + file.name();
        xml.open("record", "systemIdentifier", path, "recordType", type);
        xml.element("objectId", path).element("title", ownName).open("additionalInformation");
        xml.empty("appendix", "name", ownName, "fileFormat", file.mediaType(), "path", SipPaths.DATA_IN_PACKAGE + path);
        xml.close("additionalInformation").close("record");
    }
}
