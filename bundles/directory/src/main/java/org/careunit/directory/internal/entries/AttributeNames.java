package org.careunit.directory.internal.entries;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.directory.internal.problems.DirectoryProblem;

/**
 * Maps attribute names of the HSA schema to those of the directory.
 *
 * @param renamed the names there, by the names in the HSA schema; those of the same name may be missing
 */
public record AttributeNames(Map<String, String> renamed) {

    public static final String ID = "hsaIdentity";
    public static final String NUMBER = "personalIdentityNumber";
    public static final String GIVEN_NAME = "givenName";
    public static final String MIDDLE_NAME = "hsaMiddleName";
    public static final String SURNAME = "sn";
    public static final String TITLE = "title";
    public static final String HSA_TITLE = "hsaTitle";
    public static final String PA_TITLE = "paTitleName";
    public static final String MAIL = "mail";
    public static final String MOBILE = "mobile";
    public static final String MOBILE_ALIAS = "mobileTelephoneNumber";
    public static final String CONFIDENTIAL = "hsaConfidentialPerson";
    public static final String OBJECT_CLASS = "objectClass";
    public static final String START = "startDate";
    public static final String END = "endDate";
    public static final String UNIT_NAME = "ou";
    public static final String HSA_TELEPHONE = "hsaTelephoneNumber";
    public static final String TELEPHONE = "telephoneNumber";
    public static final String ADDRESS = "postalAddress";
    public static final String VISITING_ADDRESS = "street";
    public static final String DIRECTIONS = "route";
    public static final String HOURS = "hsaSurgeryHours";
    public static final String TELEPHONE_HOURS = "hsaTelephoneTime";
    public static final String DROP_IN_HOURS = "hsaDropInHours";
    public static final String BUSINESS_CODE = "hsaBusinessClassificationCode";
    public static final String PAGE = "hsaVpwWebPage";
    public static final String OWN_PAGE = "labeledURI";

    /** The attributes that are requested for staff; others, such as {@code nickName}, are never read. */
    private static final List<String> OF_STAFF = List.of(
            ID,
            GIVEN_NAME,
            MIDDLE_NAME,
            SURNAME,
            TITLE,
            HSA_TITLE,
            PA_TITLE,
            MAIL,
            MOBILE,
            MOBILE_ALIAS,
            CONFIDENTIAL,
            START,
            END,
            OBJECT_CLASS);

    private static final List<String> OF_UNITS = List.of(
            ID,
            UNIT_NAME,
            HSA_TELEPHONE,
            TELEPHONE,
            ADDRESS,
            VISITING_ADDRESS,
            DIRECTIONS,
            HOURS,
            TELEPHONE_HOURS,
            DROP_IN_HOURS,
            BUSINESS_CODE,
            PAGE,
            OWN_PAGE);

    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9-]*)\\s*=\\s*([A-Za-z][A-Za-z0-9;-]*)\\s*");

    public AttributeNames {
        renamed = Map.copyOf(renamed);
    }

    /**
     * Reads {@code HSA's name = theirs, …}.
     *
     * @throws RefusedException if it has another form or an attribute is not one of those read here
     */
    public static AttributeNames of(String text) {
        Map<String, String> renamed = new LinkedHashMap<>();
        Arrays.stream(text.split(",")).filter(pair -> !pair.isBlank()).forEach(pair -> add(pair, renamed));
        return new AttributeNames(renamed);
    }

    private static void add(String text, Map<String, String> renamed) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches() || !isRead(pair.group(1))) {
            throw DirectoryProblem.ATTRIBUTE.refused(text.strip());
        }
        renamed.put(pair.group(1), pair.group(2));
    }

    private static boolean isRead(String name) {
        return name.equals(NUMBER)
                || (OF_STAFF.contains(name) && !name.equals(OBJECT_CLASS))
                || OF_UNITS.contains(name);
    }

    public String[] ofStaff() {
        return OF_STAFF.stream().map(this::there).toArray(String[]::new);
    }

    public String[] ofUnits() {
        return OF_UNITS.stream().map(this::there).toArray(String[]::new);
    }

    /** The attributes that are read of staff, by their names in the HSA schema. */
    public static List<String> readOfStaff() {
        return Stream.concat(Stream.of(NUMBER), OF_STAFF.stream().filter(name -> !name.equals(OBJECT_CLASS)))
                .toList();
    }

    /** The attributes that are read of units, by their names in the HSA schema. */
    public static List<String> readOfUnits() {
        return OF_UNITS;
    }

    /** The name there of an attribute of the HSA schema. */
    public String there(String name) {
        return renamed.getOrDefault(name, name);
    }
}
