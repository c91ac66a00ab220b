package org.careunit.settings.internal;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.strings;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.ClosedDays.Closed;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Pauses.Pause;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.settings.UnitInformation;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.sections.SectionJson;
import org.junit.jupiter.api.Test;

/** Sections are read as they were written, by people and by the store. */
class SectionRoundTripTest {

    private final SectionJson json = new SectionJson();

    @Property
    void whatIsWrittenIsRead(@ForAll("sections") Section section) {
        SectionForm<? extends Section> form = SectionForms.ofUnit(section.getClass());
        String written = json.write((Record) section);
        assertThat(json.parse(form, written)).isEqualTo(section);
        assertThat(json.stored(form, written)).isEqualTo(section);
    }

    @Provide
    Arbitrary<Section> sections() {
        List<Arbitrary<? extends Section>> all = List.of(
                notifications(),
                Arbitraries.of(Period.ofMonths(1), Period.ofMonths(3), Period.ofDays(1), Period.ofDays(89))
                        .map(ArchiveExport::new),
                areas(),
                yes().map(RecordSystemNotification::new),
                yes().map(ListingRequests::new),
                Combinators.combine(yes(), integers().between(1, 250)).as(StaffReminder::new),
                Combinators.combine(yes(), integers().between(1, 90)).as(ResidentReminder::new),
                yes().map(PageLink::new),
                information(),
                keys().set().ofMaxSize(5).map(CareTypes::new),
                lines().map(OtherInformation::new),
                closedDays(),
                sendingHours(),
                caps(),
                pauses(),
                messages(),
                yes().map(Simulated::new));
        return Arbitraries.oneOf(all.stream().map(SectionRoundTripTest::any).toList());
    }

    /** Each section there is has its turn above. */
    @Test
    void noSectionIsLeftOut() {
        Set<Class<?>> made =
                sections().sampleStream().limit(2_000).map(Object::getClass).collect(Collectors.toSet());
        assertThat(made)
                .isEqualTo(SectionForms.OF_UNITS.stream().map(SectionForm::type).collect(Collectors.toSet()));
    }

    private static Arbitrary<Section> any(Arbitrary<? extends Section> sections) {
        return sections.map(section -> section);
    }

    private static Arbitrary<Boolean> yes() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Section> closedDays() {
        return Combinators.combine(integers().between(0, 20_000), integers().between(0, 365), lines())
                .as((first, more, reason) ->
                        new Closed(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay((long) first + more), reason))
                .list()
                .ofMaxSize(4)
                .map(ClosedDays::new);
    }

    private static Arbitrary<Section> caps() {
        Arbitrary<Integer> cap = integers().between(1, DailyCaps.HIGHEST);
        return Combinators.combine(
                        cap.optional(),
                        Arbitraries.maps(keys().map(CaseTypeKey::new), cap).ofMaxSize(4))
                .as((unit, types) -> new DailyCaps(optional(unit), types));
    }

    private static Arbitrary<Section> messages() {
        Arbitrary<StaffText> texts = Combinators.combine(words(), words())
                .as((subject, text) -> new StaffText(subject + " {count}", text + "\n\n{unit}: {link}"));
        Arbitrary<TopicMessages> topics = Combinators.combine(integers().between(0, 1_440), texts, words())
                .as(TopicMessages::new);
        return Combinators.combine(topics, topics, topics, topics, topics).as(StaffMessages::new);
    }

    /** What may leave the platform. */
    private static Arbitrary<String> words() {
        return strings().withChars("abcåäö \"\\\u2028").ofMaxLength(20).map(text -> "x" + text + "y");
    }

    private static Arbitrary<Section> notifications() {
        Arbitrary<EmailAddress> addresses = strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(9)
                .map(name -> new EmailAddress(name + "@example.org"));
        return addresses
                .list()
                .ofMaxSize(5)
                .map(some -> new EmailNotification(!some.isEmpty() && some.size() % 2 == 0, some));
    }

    private static Arbitrary<Section> areas() {
        Arbitrary<Optional<CountyCode>> counties =
                Arbitraries.of("01", "12", "25").map(CountyCode::new).optional();
        return Combinators.combine(
                        counties,
                        integers().between(0, 99).optional(),
                        Arbitraries.of(Sex.class).optional(),
                        integers().between(0, 70).optional(),
                        integers().between(70, 150).optional())
                .as((county, place, sex, from, to) -> new CatchmentArea.Rule(
                        county,
                        county.flatMap(
                                one -> place.map(number -> new MunicipalityCode(one.value() + twoDigits(number)))),
                        sex,
                        optional(from),
                        optional(to)))
                .list()
                .ofMaxSize(4)
                .map(CatchmentArea::new);
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Arbitrary<Section> sendingHours() {
        return Combinators.combine(
                        spans(),
                        Arbitraries.maps(keys().map(CaseTypeKey::new), spans()).ofMaxSize(3))
                .as(SendingHours::new);
    }

    private static Arbitrary<Section> pauses() {
        Arbitrary<Instant> starts =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        return Combinators.combine(
                        keys().map(CaseTypeKey::new).optional(),
                        lines(),
                        lines(),
                        starts,
                        integers().between(1, 9_999_999).optional())
                .as((type, text, reason, from, seconds) ->
                        new Pause(type, text, reason, from, seconds.map(from::plusSeconds)))
                .list()
                .ofMaxSize(4)
                .map(Pauses::new);
    }

    private static Arbitrary<Section> information() {
        return Combinators.combine(
                        lines().optional(),
                        Arbitraries.of("08-465 004 00", "+46846500400").optional(),
                        lines().list().ofMaxSize(6),
                        lines().optional(),
                        spans(),
                        Arbitraries.of("https://example.org/", "https://example.org/a?b=c#%C3%A5")
                                .map(URI::create)
                                .optional())
                .as((name, telephone, address, directions, hours, page) -> new UnitInformation(
                        name, telephone, address, List.of(), directions, hours, List.of(), hours, page));
    }

    private static Arbitrary<List<HoursSpan>> spans() {
        return Combinators.combine(
                        integers().between(1, 7),
                        integers().between(0, 11),
                        integers().between(12, 24))
                .as((day, from, to) -> new HoursSpan(day + "-7#" + twoDigits(from) + ":30#" + twoDigits(to) + ":00"))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> keys() {
        return strings()
                .withCharRange('a', 'z')
                .withChars('-', '7')
                .ofMaxLength(12)
                .map(middle -> "a" + middle + "7");
    }

    /** What people write, and what JSON must escape. */
    private static Arbitrary<String> lines() {
        return strings()
                .withCharRange(' ', 'ö')
                .excludeChars('\u007F')
                .ofMaxLength(30)
                .map(text -> "x"
                        + text.codePoints()
                                .filter(sign -> !Character.isISOControl(sign))
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        + "\u2028🌲");
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
