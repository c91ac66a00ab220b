package org.careunit.archive.internal.packages;

import java.util.List;

/** Paths inside a package, below its top folder. */
final class SipPaths {

    static final String REPRESENTATION = "representations/rep1/";
    static final String DATA = "data/";
    static final String DATA_IN_PACKAGE = REPRESENTATION + DATA;
    static final String METS = "METS.xml";
    static final String ERMS = "metadata/descriptive/ERMS.xml";
    static final String SCHEMAS = "schemas/";

    /** Ours, and those of METS, which the build takes from a served artifact. */
    static final List<String> SCHEMA_RESOURCES = List.of(
            "schemas/case.xsd",
            "schemas2/mets1_12.xsd",
            "schemas2/xlink.xsd",
            "schemas2/DILCISExtensionMETS.xsd",
            "schemas2/DILCISExtensionSIPMETS.xsd");

    static final String XML = "text/xml";

    private SipPaths() {}
}
