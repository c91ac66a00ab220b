package org.careunit.api.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.casetypes.Attachments;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.ReplyOption;
import org.careunit.api.casetypes.ResidentLimits;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that take what people write tell all that is wrong with them at once, each problem under its component. */
class AllProblemsAtOnceTest {

    private static final String LONG = "x".repeat(5_000);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);
    private static final Instant NOON = Instant.parse("2026-07-01T10:00:00Z");
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final CaseTypeKey RENEW = new CaseTypeKey("fornya-recept");

    static Stream<Arguments> wrongRecords() {
        return Stream.of(sections(), texts(), caseTypes(), others()).flatMap(all -> all);
    }

    private static Arguments wrong(ThrowingCallable record, String... paths) {
        return arguments(record, List.of(paths));
    }

    private static Stream<Arguments> sections() {
        Optional<CountyCode> gotland = Optional.of(new CountyCode("09"));
        Optional<MunicipalityCode> solna = Optional.of(new MunicipalityCode("0184"));
        OptionalInt young = OptionalInt.of(-1);
        OptionalInt old = OptionalInt.of(151);
        return Stream.of(
                wrong(
                        () -> new CatchmentArea.Rule(gotland, solna, Optional.empty(), young, old),
                        "municipality",
                        "fromAge",
                        "toAge"),
                wrong(() -> new ClosedDays.Closed(DAY, DAY.minusDays(1), ""), "last", "reason"),
                wrong(() -> new ClosedDays.Closed(null, null, LONG), "first", "reason"),
                wrong(
                        () -> new DailyCaps(OptionalInt.of(0), Map.of(BOOK, -1, RENEW, 1_000_000)),
                        "unit",
                        "caseTypes/boka-tid",
                        "caseTypes/fornya-recept"),
                wrong(
                        () -> new Pauses.Pause(Optional.empty(), " ", LONG, NOON, Optional.of(NOON)),
                        "text",
                        "reason",
                        "until"),
                wrong(() -> new SupportContact(LONG, LONG), "name", "contact"));
    }

    private static Stream<Arguments> texts() {
        Optional<String> tooLong = Optional.of(LONG);
        return Stream.of(
                wrong(
                        () -> new StaffText("{a} {b} 19001018-9819", "http://a.se @"),
                        "subject",
                        "subject",
                        "subject",
                        "text",
                        "text"),
                wrong(() -> new ResidentTexts("{unit}", LONG, "x".repeat(200)), "subject", "text", "sms"),
                wrong(() -> new TopicMessages(-1, null, "{namn} @"), "digestMinutes", "sms", "sms"),
                wrong(
                        () -> new UnitInformation(
                                tooLong,
                                Optional.of("ring oss"),
                                List.of("1", "2", "3", "4", "5", "6", "7"),
                                List.of("två\nrader"),
                                tooLong,
                                null,
                                null,
                                null,
                                Optional.of(URI.create("http://example.org"))),
                        "name",
                        "telephone",
                        "visitingAddress",
                        "postalAddress",
                        "directions",
                        "page"));
    }

    private static Stream<Arguments> caseTypes() {
        Set<TypeField> locked = Set.of(TypeField.HANDLING_TIME);
        return Stream.of(
                wrong(() -> new ReplyOption("", LONG), "title", "text"),
                wrong(() -> new Attachments(Set.of(Attachments.Format.PDF), 0, 51), "most", "megabytes"),
                wrong(
                        () -> new ResidentLimits(OptionalInt.of(-1), OptionalInt.of(300), Optional.empty(), false),
                        "fromAge",
                        "toAge"),
                wrong(
                        () -> new TypeSettings(
                                Optional.of(""),
                                OptionalInt.of(0),
                                OptionalInt.of(500),
                                null,
                                null,
                                Optional.of(List.of()),
                                null),
                        "description",
                        "handlingDays",
                        "firstReplyDays"),
                wrong(
                        () -> new CentralType(
                                new CaseTypeKey("local-1"), " ", true, TypeSettings.NONE, List.of(), locked),
                        "key",
                        "name",
                        "locked"));
    }

    private static Stream<Arguments> others() {
        TermsPoint point = new TermsPoint("a", "Text");
        TermsPoint other = new TermsPoint("b", "Text");
        Optional<String> sixLines = Optional.of("1\n2\n3\n4\n5\n6");
        return Stream.of(
                wrong(() -> new TermsPoint("Fel Id", ""), "id", "text"),
                wrong(() -> new TermsText(List.of(point, other, point, other)), "points", "points"),
                wrong(
                        () -> new CheckRules(
                                OptionalInt.of(0), OptionalInt.of(1_000), Set.of(), Map.of(" ", "1177"), 99),
                        "primaryCancelHours",
                        "specialistCancelHours",
                        "fewestPoints",
                        "outdatedNames"),
                wrong(
                        () -> new PersonalChoices(
                                Optional.of(LONG), sixLines, false, true, Optional.empty(), true, Optional.empty()),
                        "displayName",
                        "signature",
                        "smsNumber"));
    }

    @ParameterizedTest
    @MethodSource("wrongRecords")
    void allThatIsWrongIsTold(ThrowingCallable record, List<String> paths) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, record);
        assertThat(refused.problems()).extracting(Problem::path).containsExactlyElementsOf(paths);
    }

    @Test
    void aTextThatIsTooLongIsNotLookedInto() {
        String endless = "{a}@".repeat(100_000);
        assertThat(catchThrowableOfType(RefusedException.class, () -> new StaffText(endless, endless))
                        .problems())
                .hasSize(2);
    }
}
