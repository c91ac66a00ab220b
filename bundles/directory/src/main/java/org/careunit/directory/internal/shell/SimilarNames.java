package org.careunit.directory.internal.shell;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.careunit.directory.internal.entries.AttributeNames;

/**
 * Suggests directory attributes for an attribute of the HSA schema: names in wide use for the same, then similar ones.
 */
public final class SimilarNames {

    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry(
                    AttributeNames.ID, List.of("hsaId", "hsaIdentitet", "hsaIdentityNumber", "employeeNumber", "uid")),
            Map.entry(
                    AttributeNames.NUMBER,
                    List.of(
                            "personalIdNumber",
                            "personnummer",
                            "norEduPersonNIN",
                            "socialSecurityNumber",
                            "personNumber")),
            Map.entry(AttributeNames.GIVEN_NAME, List.of("gn", "firstName", "fornamn")),
            Map.entry(AttributeNames.MIDDLE_NAME, List.of("middleName", "mellannamn", "initials")),
            Map.entry(AttributeNames.SURNAME, List.of("surname", "lastName", "familyName", "efternamn")),
            Map.entry(AttributeNames.TITLE, List.of("personalTitle", "titel", "hsaTitle", "paTitleName")),
            Map.entry(
                    AttributeNames.HSA_TITLE,
                    List.of("profession", "hsaLegitimeradYrkesgrupp", "healthCareProfessionalLicence")),
            Map.entry(AttributeNames.PA_TITLE, List.of("paTitle", "hsaPaTitleName", "befattning", "position")),
            Map.entry(AttributeNames.MAIL, List.of("rfc822Mailbox", "email", "emailAddress", "mailAddress", "epost")),
            Map.entry(AttributeNames.MOBILE, List.of("mobileTelephoneNumber", "mobilePhone", "cellPhone", "mobil")),
            Map.entry(AttributeNames.MOBILE_ALIAS, List.of("mobile", "mobilePhone", "cellPhone")),
            Map.entry(
                    AttributeNames.CONFIDENTIAL,
                    List.of("hsaProtectedPerson", "protectedPerson", "confidentialPerson", "sekretess")),
            Map.entry(AttributeNames.START, List.of("hsaStartDate", "validFrom", "employmentStart", "fromDate")),
            Map.entry(AttributeNames.END, List.of("hsaEndDate", "validTo", "validNotAfter", "employmentEnd", "toDate")),
            Map.entry(
                    AttributeNames.UNIT_NAME,
                    List.of("organizationalUnitName", "displayName", "hsaUnitName", "o", "cn")),
            Map.entry(AttributeNames.TELEPHONE, List.of("phone", "telephone", "telefon")),
            Map.entry(AttributeNames.VISITING_ADDRESS, List.of("streetAddress", "hsaStreetAddress", "visitingAddress")),
            Map.entry(AttributeNames.HOURS, List.of("surgeryHours", "openingHours", "oppettider")),
            Map.entry(AttributeNames.TELEPHONE_HOURS, List.of("telephoneHours", "hsaTelephoneHours", "telefontider")),
            Map.entry(
                    AttributeNames.BUSINESS_CODE,
                    List.of("businessClassificationCode", "hsaBusinessType", "verksamhetskod")),
            Map.entry(AttributeNames.PAGE, List.of("hsaVpwWebpage", "vpwWebPage", "webPage", "labeledURI", "url")),
            Map.entry(AttributeNames.OWN_PAGE, List.of("url", "wWWHomePage", "webPage", "labelledURI")));

    private static final List<String> OF_STAFF = List.of("person", "staff", "employee", "user", "anst");
    private static final List<String> OF_UNITS = List.of("unit", "enhet", "organization", "department", "function");
    private static final int LEAST = 4;

    private SimilarNames() {}

    /** The likeliest first; empty if none is like it. */
    public static List<String> attributes(String ours, Collection<String> theirs) {
        List<String> known = OTHERS.getOrDefault(ours, List.of()).stream()
                .map(SimilarNames::plain)
                .toList();
        List<String> wide = theirs.stream()
                .filter(their -> known.contains(plain(their)))
                .sorted(Comparator.comparing(their -> known.indexOf(plain(their))))
                .toList();
        return wide.isEmpty()
                ? theirs.stream().filter(their -> isLike(ours, their)).toList()
                : wide;
    }

    /** Those object classes that are likely to be of staff or of units. */
    public static List<String> classes(String kind, Collection<String> classes) {
        List<String> words = kind.equals("staff") ? OF_STAFF : OF_UNITS;
        return classes.stream()
                .filter(one -> words.stream().anyMatch(plain(one)::contains))
                .toList();
    }

    private static boolean isLike(String ours, String their) {
        String one = plain(ours);
        String other = plain(their);
        return Math.min(one.length(), other.length()) >= LEAST && (one.contains(other) || other.contains(one));
    }

    /** In lower case, without the prefix of the schema and without hyphens. */
    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("-", "");
        return lower.startsWith("hsa") ? lower.substring(3) : lower;
    }
}
