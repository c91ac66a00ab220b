package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.archive.internal.packages.CaseDocument.PackagedFile;

/**
 * Writes the two METS documents of a package by the profile of E-ARK SIP 2.1.0: the root's, and that of its one
 * representation.
 */
final class MetsDocument {

    private static final String PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml";
    private static final String CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    private static final String SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS";
    private static final String SCHEMA_LOCATION = "http://www.loc.gov/METS/ %1$smets1_12.xsd " + CSIP
            + " %1$sDILCISExtensionMETS.xsd " + SIP + " %1$sDILCISExtensionSIPMETS.xsd";
    private static final String SOFTWARE = "Careunit";
    private static final String DATA_GROUP = "group-data";
    private static final String SCHEMAS_GROUP = "group-schemas";
    private static final String REPRESENTATION_GROUP = "group-rep1";
    private static final String ERMS_SECTION = "dmd-erms";
    private static final String REPRESENTATION_LABEL = "Representations/rep1";

    private final XmlOutput xml;
    private final PackageInfo info;
    private final String version;

    /** @param version of this software */
    MetsDocument(OutputStream out, PackageInfo info, String version) {
        this.xml = new XmlOutput().to(out);
        this.info = info;
        this.version = version;
    }

    /** A line of a list of files; ours are written one by one, long before the document. */
    static void file(XmlOutput xml, String id, PackagedFile file, String createdAt) throws IOException {
        xml.open(
                "file",
                "ID",
                id,
                "MIMETYPE",
                file.mediaType(),
                "SIZE",
                file.size(),
                "CREATED",
                createdAt,
                "CHECKSUM",
                file.sha256(),
                "CHECKSUMTYPE",
                "SHA-256");
        xml.empty("FLocat", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", file.name());
        xml.close("file");
    }

    /** Everything of the representation's METS before the list of its files. */
    void beginRepresentation() throws IOException {
        begin("rep1", "../../" + SipPaths.SCHEMAS);
        xml.open("fileSec", "ID", "files").open("fileGrp", "ID", DATA_GROUP, "USE", "Data");
        xml.flush();
    }

    /** Everything behind it. */
    void endRepresentation() throws IOException {
        xml.close("fileGrp").close("fileSec");
        xml.open("structMap", "ID", "structure", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", "div-rep1", "LABEL", "rep1");
        group("Data", DATA_GROUP);
        xml.close("div").close("structMap").close("mets");
        xml.flush();
    }

    /** The root's METS. */
    void root(PackagedFile erms, List<PackagedFile> schemas, PackagedFile representation) throws IOException {
        begin(info.name(), SipPaths.SCHEMAS);
        xml.open("dmdSec", "ID", ERMS_SECTION, "CREATED", info.createdAt(), "STATUS", "CURRENT");
        reference(erms);
        xml.close("dmdSec");
        xml.open("fileSec", "ID", "files");
        xml.open("fileGrp", "ID", SCHEMAS_GROUP, "USE", "Schemas");
        for (PackagedFile schema : schemas) {
            file(
                    xml,
                    "schema" + (schemas.indexOf(schema) + 1),
                    schema,
                    info.createdAt().toString());
        }
        xml.close("fileGrp");
        xml.open(
                "fileGrp",
                "ID",
                REPRESENTATION_GROUP,
                "USE",
                REPRESENTATION_LABEL,
                "csip:CONTENTINFORMATIONTYPE",
                "ERMS");
        file(xml, "mets-rep1", representation, info.createdAt().toString());
        xml.close("fileGrp").close("fileSec");
        rootStructure(representation);
        xml.close("mets");
        xml.flush();
    }

    private void reference(PackagedFile erms) throws IOException {
        xml.empty(
                "mdRef",
                "ID",
                "erms",
                "LOCTYPE",
                "URL",
                "MDTYPE",
                "OTHER",
                "OTHERMDTYPE",
                "ERMS",
                "MDTYPEVERSION",
                "2.1.2",
                "xlink:type",
                "simple",
                "xlink:href",
                erms.name(),
                "MIMETYPE",
                erms.mediaType(),
                "SIZE",
                erms.size(),
                "CREATED",
                info.createdAt(),
                "CHECKSUM",
                erms.sha256(),
                "CHECKSUMTYPE",
                "SHA-256");
    }

    private void rootStructure(PackagedFile representation) throws IOException {
        xml.open("structMap", "ID", "structure", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", "div-package", "LABEL", info.name());
        xml.empty("div", "ID", "div-metadata", "LABEL", "Metadata", "DMDID", ERMS_SECTION);
        group("Schemas", SCHEMAS_GROUP);
        xml.open("div", "ID", "div-representation", "LABEL", REPRESENTATION_LABEL);
        xml.empty(
                "mptr",
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                representation.name(),
                "xlink:title",
                REPRESENTATION_GROUP);
        xml.close("div").close("div").close("structMap");
    }

    private void group(String label, String group) throws IOException {
        xml.open("div", "ID", "div-" + label.toLowerCase(Locale.ROOT), "LABEL", label);
        xml.empty("fptr", "FILEID", group).close("div");
    }

    private void begin(String id, String schemas) throws IOException {
        xml.declaration()
                .open(
                        "mets",
                        "xmlns",
                        "http://www.loc.gov/METS/",
                        "xmlns:csip",
                        CSIP,
                        "xmlns:xlink",
                        "http://www.w3.org/1999/xlink",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        SCHEMA_LOCATION.formatted(schemas),
                        "OBJID",
                        id,
                        "TYPE",
                        "Mixed",
                        "PROFILE",
                        PROFILE,
                        "csip:CONTENTINFORMATIONTYPE",
                        "ERMS");
        xml.open("metsHdr", "CREATEDATE", info.createdAt(), "RECORDSTATUS", "NEW", "csip:OAISPACKAGETYPE", "SIP");
        agent("OTHER", "SOFTWARE", SOFTWARE, "SOFTWARE VERSION", version);
        agent(
                "ORGANIZATION",
                null,
                info.unitName(),
                "IDENTIFICATIONCODE",
                info.unit().value());
        xml.close("metsHdr");
    }

    private void agent(String type, String otherType, String name, String noteType, String note) throws IOException {
        xml.open("agent", "ROLE", "CREATOR", "TYPE", type, "OTHERTYPE", otherType)
                .element("name", name);
        xml.element("note", note, "csip:NOTETYPE", noteType).close("agent");
    }
}
