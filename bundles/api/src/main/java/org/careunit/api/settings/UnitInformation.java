package org.careunit.api.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * Section: the unit's own information for residents in place of EK's. For empty values, EK's are shown.
 *
 * @param name what the unit is called, one line of at most 100 characters; never null
 * @param telephone in E.164 form or as it is written in Sweden, such as {@code 08-123 45 67}; kept in E.164 form; never
 *     null
 * @param visitingAddress at most {@value #MOST_LINES} lines of at most 100 characters; never null
 * @param postalAddress in the same form; never null
 * @param directions how to find the unit, plain text of at most {@value #LONGEST} characters; never null
 * @param openingHours at most {@value #MOST_SPANS}; never null
 * @param telephoneHours in the same form; never null
 * @param dropInHours in the same form; never null
 * @param page the unit's own page, an https address of at most 500 characters; never null
 */
public record UnitInformation(
        Optional<String> name,
        Optional<String> telephone,
        List<String> visitingAddress,
        List<String> postalAddress,
        Optional<String> directions,
        List<HoursSpan> openingHours,
        List<HoursSpan> telephoneHours,
        List<HoursSpan> dropInHours,
        Optional<URI> page)
        implements Section {
    public static final int MOST_LINES = 6;
    public static final int MOST_SPANS = 50;
    public static final int LONGEST = 1_000;

    /** The default: all as EK says. */
    public static final UnitInformation NONE = new UnitInformation(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    /** @throws RefusedException if a value has another form than its own */
    public UnitInformation {
        Problems problems = new Problems();
        name = given(name).map(text -> SectionRules.line(problems, "name", text, 100));
        telephone = given(telephone).map(text -> problems.value(() -> WrittenTelephone.read(text)));
        visitingAddress = address(problems, "visitingAddress", visitingAddress);
        postalAddress = address(problems, "postalAddress", postalAddress);
        directions = given(directions).map(text -> SectionRules.text(problems, "directions", text, LONGEST));
        openingHours = hours(problems, "openingHours", openingHours);
        telephoneHours = hours(problems, "telephoneHours", telephoneHours);
        dropInHours = hours(problems, "dropInHours", dropInHours);
        page = page == null ? Optional.empty() : page;
        page.ifPresent(address -> requireWeb(problems, address));
        problems.refuse();
    }

    /** The same with another telephone number. */
    public UnitInformation withTelephone(Optional<String> other) {
        return new UnitInformation(
                name,
                other,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    private static Optional<String> given(Optional<String> value) {
        return value == null ? Optional.empty() : value.filter(text -> !text.isBlank());
    }

    private static List<String> address(Problems problems, String name, List<String> lines) {
        return SectionRules.atMost(problems, name, lines, MOST_LINES).stream()
                .map(line -> SectionRules.line(problems, name, line, 100))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<HoursSpan> hours(Problems problems, String name, List<HoursSpan> spans) {
        return HoursSpan.sorted(problems, name, spans, MOST_SPANS);
    }

    private static void requireWeb(Problems problems, URI page) {
        boolean isWeb = "https".equalsIgnoreCase(page.getScheme()) && page.getHost() != null;
        if (!isWeb || page.getUserInfo() != null || page.toString().length() > 500) {
            problems.add(SectionProblem.PAGE.at("page"));
        }
    }

    public UnitInformation withName(Optional<String> name) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withVisitingAddress(List<String> visitingAddress) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withPostalAddress(List<String> postalAddress) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withDirections(Optional<String> directions) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withOpeningHours(List<HoursSpan> openingHours) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withTelephoneHours(List<HoursSpan> telephoneHours) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withDropInHours(List<HoursSpan> dropInHours) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }

    public UnitInformation withPage(Optional<URI> page) {
        return new UnitInformation(
                name,
                telephone,
                visitingAddress,
                postalAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                page);
    }
}
