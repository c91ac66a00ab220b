package org.careunit.itests.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Table;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/** The packages in the archive's folder: what is in them, and what the reference validator of E-ARK says of them. */
final class ArchivePackage {

    private static final String STANDARD = "2.1.0";
    private static final Pattern CASE = Pattern.compile(".*/case\\.xml");

    private final List<Path> zips;

    private ArchivePackage(List<Path> zips) {
        this.zips = zips;
    }

    static ArchivePackage in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArchivePackage(files.sorted().toList());
        }
    }

    /** Adds the listing to the report, and what is found to its checks. */
    void check(Report report) throws IOException {
        report.check("there is one package in the archive's folder", zips.size() == 1);
        if (zips.size() != 1) {
            return;
        }
        List<ZipEntry> entries = list(report.add(new Table(Report.PACKAGE, "Bytes", "File")));
        report.check(
                "the package holds each ended case",
                entries.stream()
                                .filter(entry -> CASE.matcher(entry.getName()).matches())
                                .count()
                        == 2);
        report.check(
                "the reference validator of E-ARK SIP " + STANDARD + " (commons-ip2) calls the package valid",
                isValid(zips.get(0)));
    }

    private List<ZipEntry> list(Table table) throws IOException {
        try (ZipFile zip = new ZipFile(zips.get(0).toFile())) {
            List<ZipEntry> entries = zip.stream().map(entry -> (ZipEntry) entry).toList();
            entries.forEach(entry -> table.add(Long.toString(entry.getSize()), inside(entry)));
            return entries;
        }
    }

    /** The name without that of the package, with which all of them begin. */
    private static String inside(ZipEntry entry) {
        return entry.getName().substring(entry.getName().indexOf('/') + 1);
    }

    private static boolean isValid(Path zip) {
        try {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            return new EARKSIPValidator(new ValidationReportOutputJson(zip, said), STANDARD).validate(STANDARD);
        } catch (Exception broken) {
            return false;
        }
    }
}
