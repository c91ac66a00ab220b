package org.careunit.itests.benchmarks;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;

/**
 * Units' whole configurations as text: every section said, every case type active, and some of the texts the unit's
 * own.
 */
final class UnitDocuments {

    private static final List<String> CARE_TYPES = List.of(
            "vardcentral",
            "jourmottagning",
            "barnavardscentral",
            "barnmorskemottagning",
            "ungdomsmottagning",
            "psykolog");
    private static final String PLAIN = "Det här är vad mottagningen skriver om sig själv, i den längd som är vanlig. ";
    private static final List<HoursSpan> OFFICE_HOURS =
            List.of(new HoursSpan("1-4#08:00#17:00"), new HoursSpan("5-5#08:00#15:00"));

    private final UnitSettings settings;
    private final List<SectionState> sections;
    private final List<RegionType> types;
    private final int ownTextEvery;

    /** A case type of the region, and the ids of the points of its terms. */
    record RegionType(String key, List<String> points) {}

    /** @param ownTextEvery one text in so many is the unit's own */
    UnitDocuments(List<SectionState> sections, UnitSettings settings, List<RegionType> types, int ownTextEvery) {
        this.settings = settings;
        this.sections = sections;
        this.types = types;
        this.ownTextEvery = ownTextEvery;
    }

    String of(int number, CatchmentArea area) {
        Map<Class<?>, Section> said =
                said(number, area).stream().collect(Collectors.toMap(Section::getClass, section -> section));
        String all = sections.stream()
                .map(state -> member(state.key(), settings.write(said.get(state.type()))))
                .collect(Collectors.joining(","));
        String choices =
                types.stream().map(type -> member(type.key(), choice(number))).collect(Collectors.joining(","));
        return "{\"format\":1,\"settings\":{" + all + "},\"case-type\":{" + choices + "},\"terms\":{" + terms(number)
                + "}}";
    }

    private static String member(String key, String json) {
        return "\"" + key + "\":" + json;
    }

    private static String choice(int number) {
        return "{\"active\":true,\"settings\":{\"description\":\"" + PLAIN + number + "\",\"handlingDays\":"
                + (1 + number % 5) + ",\"attachments\":{\"formats\":[\"PDF\",\"JPEG\"],\"most\":3,\"megabytes\":5},"
                + "\"standardReplies\":[{\"title\":\"Tid bokad\",\"text\":\"" + PLAIN + "\"},"
                + "{\"title\":\"Recept\",\"text\":\"" + PLAIN + "\"}]}}";
    }

    private String terms(int number) {
        StringBuilder terms = new StringBuilder();
        for (int place = 0; place < types.size(); place++) {
            if ((number * types.size() + place) % ownTextEvery == 0) {
                terms.append(terms.length() == 0 ? "" : ",")
                        .append(member(types.get(place).key(), own(types.get(place), number)));
            }
        }
        return terms.toString();
    }

    /** The first point in other words, one more, and the others as the region says them. */
    private static String own(RegionType type, int number) {
        String inherited = type.points().stream()
                .skip(1)
                .map(id -> ",{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining());
        return "{\"points\":[{\"id\":\"" + type.points().get(0) + "\",\"text\":\"" + PLAIN + number + ".\"}" + inherited
                + ",{\"id\":\"unitens-egen\",\"text\":\"" + PLAIN + "Vi svarar inom {handling.days} arbetsdagar.\"}],"
                + "\"without\":[]}";
    }

    private static List<Section> said(int number, CatchmentArea area) {
        return List.of(
                new EmailNotification(
                        true,
                        List.of(
                                new EmailAddress("mottagning" + number + "@example.org"),
                                new EmailAddress("reserv" + number + "@example.org"))),
                new ArchiveExport(Period.ofMonths(1 + number % 3)),
                area,
                new RecordSystemNotification(true),
                new ListingRequests(true),
                new StaffReminder(true, 1 + number % 5),
                new ResidentReminder(true, 1 + number % 5),
                new PageLink(false),
                information(number),
                new CareTypes(Set.of(
                        CARE_TYPES.get(number % CARE_TYPES.size()), CARE_TYPES.get((number + 1) % CARE_TYPES.size()))),
                new OtherInformation("<h3>Om oss</h3><p>" + PLAIN.repeat(4) + "</p><ul><li>" + number + "</li></ul>"),
                closedDays(),
                new SendingHours(
                        List.of(new HoursSpan("1-7#00:00#24:00")), Map.of(new CaseTypeKey("boka-tid"), OFFICE_HOURS)),
                new DailyCaps(OptionalInt.of(500), Map.of(new CaseTypeKey("boka-tid"), 50)),
                new Pauses(List.of(new Pauses.Pause(
                        Optional.of(new CaseTypeKey("boka-tid")),
                        "Vi har stängt under juli.",
                        "semester",
                        Instant.parse("1920-07-01T06:00:00Z"),
                        Optional.of(Instant.parse("1920-08-01T06:00:00Z"))))),
                new StaffMessages(new TopicMessages(15, null, null), null, null, null, null),
                Simulated.OFF);
    }

    private static UnitInformation information(int number) {
        List<String> address = List.of("Storgatan " + number, "123 45 Staden");
        return new UnitInformation(
                Optional.of("Mottagning nummer " + number),
                Optional.of("08-123 45 67"),
                address,
                address,
                Optional.of(PLAIN),
                OFFICE_HOURS,
                OFFICE_HOURS,
                List.of(),
                Optional.of(URI.create("https://example.org/mottagning/" + number)));
    }

    private static ClosedDays closedDays() {
        LocalDate christmas = LocalDate.parse("1920-12-23");
        LocalDate may = LocalDate.parse("1920-05-14");
        return new ClosedDays(List.of(
                new ClosedDays.Closed(christmas, christmas.plusDays(14), "Julstängt"),
                new ClosedDays.Closed(may, may, "Klämdag")));
    }
}
