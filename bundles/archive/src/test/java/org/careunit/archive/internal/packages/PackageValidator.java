package org.careunit.archive.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/** Validates packages by the reference validator for E-ARK, and by our own schema. */
public final class PackageValidator {

    private PackageValidator() {}

    /** Has the reference validator call a package valid, with no warning that names a file of ours. */
    public static void requireValid(Path zip) throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        boolean valid = new EARKSIPValidator(new ValidationReportOutputJson(zip, report), "2.1.0").validate("2.1.0");
        assertThat(valid).as(failures(report.toString(StandardCharsets.UTF_8))).isTrue();
    }

    private static String failures(String report) {
        List<String> lines = report.lines().toList();
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("FAILED")) {
                lines.subList(Math.max(0, i - 12), Math.min(lines.size(), i + 8))
                        .forEach(found.append("\n")::append);
            }
        }
        return found.toString();
    }

    /** Has a document of a package be valid by a schema. */
    public static String requireValid(Path zip, String entry, InputStream schema) throws Exception {
        String text = text(zip, entry);
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(new StreamSource(schema)).newValidator().validate(new StreamSource(new StringReader(text)));
        return text;
    }

    public static String text(Path zip, String entry) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream content = file.getInputStream(file.getEntry(entry))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static List<String> names(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(entry -> entry.getName()).sorted().toList();
        }
    }
}
