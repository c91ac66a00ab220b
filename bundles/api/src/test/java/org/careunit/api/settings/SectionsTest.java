package org.careunit.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ClosedDays.Closed;
import org.careunit.api.settings.Pauses.Pause;
import org.junit.jupiter.api.Test;

class SectionsTest {

    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final CaseTypeKey CONTACT = new CaseTypeKey("kontakta-mig");

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatIsMissingIsWhatHoldsUntilTheUnitDecides() {
        assertThat(new EmailNotification(false, null)).isEqualTo(EmailNotification.OFF);
        assertThat(new ArchiveExport(null)).isEqualTo(ArchiveExport.DEFAULT);
        assertThat(new CatchmentArea(null)).isEqualTo(CatchmentArea.NONE);
        assertThat(new CareTypes(null)).isEqualTo(CareTypes.NONE);
        assertThat(new OtherInformation(null)).isEqualTo(OtherInformation.NONE);
        assertThat(new ClosedDays(null)).isEqualTo(ClosedDays.NONE);
        assertThat(new SendingHours(null, null)).isEqualTo(SendingHours.ANY_TIME);
        assertThat(new DailyCaps(null, null)).isEqualTo(DailyCaps.NONE);
        assertThat(new Pauses(null)).isEqualTo(Pauses.NONE);
        assertThat(new StaffMessages(null, null, null, null, null)).isEqualTo(StaffMessages.DEFAULT);
        assertThat(new QuietHours(null, null)).isEqualTo(QuietHours.DEFAULT);
        assertThat(new ResidentTexts(null, null, null)).isEqualTo(ResidentTexts.DEFAULT);
        assertThat(new SupportContact(null, null)).isEqualTo(SupportContact.NONE);
    }

    @Test
    void nothingInAListIsNull() {
        refused(
                "addresses: ",
                () -> new EmailNotification(false, Arrays.asList((org.careunit.api.identity.EmailAddress) null)));
        refused("rules: ", () -> new CatchmentArea(Arrays.asList((CatchmentArea.Rule) null)));
        refused("keys: ", () -> new CareTypes(Collections.singleton(null)));
        refused("days: ", () -> new ClosedDays(Arrays.asList((Closed) null)));
        refused("pauses: ", () -> new Pauses(Arrays.asList((Pause) null)));
        refused(
                "caseTypes/a: ",
                () -> new DailyCaps(OptionalInt.empty(), Collections.singletonMap(new CaseTypeKey("a"), null)));
    }

    @Test
    void aLineHasNoSignsThatNobodySees() {
        String pasted = "\u200FVa\u030Ard\u200Bcentralen \uDC00\u00C5n\u00A0";
        assertThat(new SupportContact(pasted, "\u202A08-465 004 00\u202C"))
                .isEqualTo(new SupportContact("V\u00E5rdcentralen \u00C5n", "08-465 004 00"));
        assertThat(new StaffText("Nytt \u00E4ren\u00ADde\uFEFF", "Hej").subject())
                .isEqualTo("Nytt \u00E4rende");
        refused("subject: ", () -> new StaffText("\u200B\u200F", "Hej"));
        refused("subject: ", () -> new StaffText("a\u0007b", "Hej"));
    }

    @Test
    void theArchiveWaitsThreeMonthsAtMost() {
        for (String allowed : List.of("P1D", "P2W", "P89D", "P1M", "P3M")) {
            assertThatCode(() -> new ArchiveExport(Period.parse(allowed))).doesNotThrowAnyException();
        }
        for (String wrong : List.of("P0D", "P90D", "P4M", "P1Y", "P1M1D", "P-1M", "P-1Y13M")) {
            refused("interval: ", () -> new ArchiveExport(Period.parse(wrong)));
        }
    }

    @Test
    void remindersComeAfterADayAtLeast() {
        refused("workingDays: ", () -> new StaffReminder(false, 0));
        refused("workingDays: ", () -> new StaffReminder(true, 251));
        refused("calendarDays: ", () -> new ResidentReminder(true, -1));
    }

    @Test
    void closedDaysAreARangeWithAReason() {
        LocalDate eve = LocalDate.of(2026, 12, 23);
        ClosedDays days =
                new ClosedDays(List.of(new Closed(eve, eve.plusDays(2), "Jul"), new Closed(eve, null, "Städ")));

        assertThat(days.contains(eve.plusDays(2))).isTrue();
        assertThat(days.contains(eve.plusDays(3))).isFalse();
        assertThat(days.contains(eve.minusDays(1))).isFalse();
        assertThat(days.isWorkingDay(eve)).isFalse();
        assertThat(days.isWorkingDay(eve.minusDays(1))).isTrue();
        assertThat(ClosedDays.NONE.isWorkingDay(eve)).isTrue();
        assertThat(ClosedDays.NONE.isWorkingDay(eve.plusDays(1))).isFalse();
        refused("first: ", () -> new Closed(null, eve, "Jul"));
        refused("last: ", () -> new Closed(eve, eve.minusDays(1), "Jul"));
        refused("reason: ", () -> new Closed(eve, eve, " "));
    }

    @Test
    void aTypesOwnHoursStandInPlaceOfTheUnits() {
        SendingHours hours = new SendingHours(
                List.of(HoursSpan.of("1-5#08:00#17:00")),
                Map.of(CONTACT, List.of(HoursSpan.of("4#01:00#02:00")), BOOK, List.of()));

        assertThat(hours.isOpenAt(CONTACT, NEW_YEAR)).isTrue();
        assertThat(hours.isOpenAt(BOOK, NEW_YEAR)).isTrue();
        assertThat(hours.isOpenAt(new CaseTypeKey("fornya-recept"), NEW_YEAR)).isFalse();
    }

    @Test
    void capsAreAboveZero() {
        assertThat(new DailyCaps(OptionalInt.of(1), Map.of(new CaseTypeKey("a"), 2)).of(new CaseTypeKey("a")))
                .hasValue(2);
        refused("unit: ", () -> new DailyCaps(OptionalInt.of(0), Map.of()));
        refused("caseTypes/a: ", () -> new DailyCaps(OptionalInt.empty(), Map.of(new CaseTypeKey("a"), 0)));
    }

    @Test
    void thePauseThatLastsLongestCounts() {
        Pause unit = new Pause(Optional.empty(), "Stängt", "Sjukdom", NEW_YEAR, Optional.of(NEW_YEAR.plusSeconds(60)));
        Pause type =
                new Pause(Optional.of(new CaseTypeKey("boka-tid")), "Paus", "Semester", NEW_YEAR, Optional.empty());
        Pauses pauses = new Pauses(List.of(unit, type));

        assertThat(pauses.of(BOOK, NEW_YEAR)).contains(type);
        assertThat(pauses.of(CONTACT, NEW_YEAR)).contains(unit);
        assertThat(pauses.of(CONTACT, NEW_YEAR.plusSeconds(60))).isEmpty();
        assertThat(pauses.of(BOOK, NEW_YEAR.minusSeconds(1))).isEmpty();
        refused("until: ", () -> new Pause(Optional.empty(), "a", "b", NEW_YEAR, Optional.of(NEW_YEAR)));
        refused("text: ", () -> new Pause(Optional.empty(), null, "b", NEW_YEAR, Optional.empty()));
    }

    @Test
    void staffTextsFillInThreeThingsAndLeakNothing() {
        assertThatCode(() -> new StaffText("{count} {unit}", "Ring 08-123 45 67. {link}"))
                .doesNotThrowAnyException();
        for (String wrong : List.of(
                "{resident}",
                "{",
                "}",
                "{count",
                "${x}",
                "18900101-0017",
                "890101+9801",
                "9001610017",
                "https://x.se",
                "www.x.se",
                "a@b.se")) {
            refused("text: ", () -> new StaffText("s", wrong));
            refused("subject: ", () -> new StaffText(wrong, "t"));
        }
        refused("subject: ", () -> new StaffText("a\nBcc: b", "t"));
        refused("sms: ", () -> new TopicMessages(10, null, "{resident}"));
        refused("digestMinutes: ", () -> new TopicMessages(-1, null, null));
    }

    @Test
    void staffTextsAreCountedByTheLongestThatIsFilledIn() {
        refused("subject: ", () -> new StaffText("{unit}: {count} nya ärenden för {unit}", "t"));
        refused("subject: ", () -> new StaffText("{unit} " + "x".repeat(80), "t"));
        refused("subject: ", () -> new StaffText("Nytt: {link}", "t"));
        assertThatCode(() -> new StaffText("{unit}: {count} nya ärenden", "t".repeat(2_000)))
                .doesNotThrowAnyException();
        refused("sms: ", () -> new TopicMessages(0, null, "{unit} {unit} {unit} {unit}"));
        refused("sms: ", () -> new TopicMessages(0, null, "Ж {unit} {unit}"));
        assertThatCode(() -> new TopicMessages(0, null, "{unit} {unit}: {count}"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatATopicDoesNotSayIsTheDefaults() {
        StaffMessages own = new StaffMessages(new TopicMessages(5, null, "Nytt: {count}"), null, null, null, null);
        assertThat(own.newCase().digest()).isEqualTo(Duration.ofMinutes(5));
        assertThat(own.newCase().email())
                .isEqualTo(StaffMessages.DEFAULT.newCase().email());
        assertThat(own.of(Topic.NEW_CASE)).contains(own.newCase());
        assertThat(own.of(Topic.OVERDUE)).contains(StaffMessages.DEFAULT.overdue());
        assertThat(own.of(Topic.UNREAD)).isEmpty();
    }

    @Test
    void residentsReadNothingThatIsFilledIn() {
        refused("sms: ", () -> new ResidentTexts(null, null, "{unit}"));
        refused("sms: ", () -> new ResidentTexts(null, null, "Läs 📬"));
        refused("sms: ", () -> new ResidentTexts(null, null, "€".repeat(81)));
        refused("text: ", () -> new ResidentTexts(null, "18900101-0017", null));
        assertThat(ResidentTexts.DEFAULT.mentions("Psykiatri Söder")).isFalse();
        assertThat(new ResidentTexts("Hej från psykiatri söder", null, null).mentions("Psykiatri Söder"))
                .isTrue();
        assertThat(new ResidentTexts("Psykiatri Söders svar", null, null).mentions("psykiatri söder"))
                .isTrue();
        assertThat(ResidentTexts.DEFAULT.mentions("A")).isFalse();
        assertThat(ResidentTexts.DEFAULT.mentions(" ")).isFalse();
    }

    @Test
    void quietHoursCrossMidnightAndFollowTheClockOnTheWall() {
        QuietHours night = QuietHours.DEFAULT;

        assertThat(night.sendableFrom(Instant.parse("2026-03-28T20:00:00Z"))).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(night.sendableFrom(Instant.parse("2026-03-29T05:59:59Z"))).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(night.sendableFrom(Instant.parse("2026-03-29T06:00:00Z"))).isEqualTo("2026-03-29T06:00:00Z");
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
        assertThat(none.isQuietAt(Instant.parse("2026-01-01T11:00:00Z"))).isFalse();
        QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(lunch.sendableFrom(Instant.parse("2026-01-01T11:30:00Z"))).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(lunch.isQuietAt(Instant.parse("2026-01-01T12:00:00Z"))).isFalse();
    }

    @Test
    void unitInformationIsWhatItSaysItIs() {
        refused("telephone: ", () -> telephone("växeln"));
        assertThat(telephone(" 08-123 45 67 ").telephone()).contains("08-123 45 67");
        refused("page: ", () -> page("http://example.org"));
        refused("page: ", () -> page("javascript:x"));
        assertThat(page("https://example.org/x").page()).isPresent();
    }

    private static UnitInformation telephone(String number) {
        return information(Optional.of(number), Optional.empty());
    }

    private static UnitInformation page(String page) {
        return information(Optional.empty(), Optional.of(URI.create(page)));
    }

    private static UnitInformation information(Optional<String> telephone, Optional<URI> page) {
        return new UnitInformation(Optional.empty(), telephone, null, null, Optional.empty(), null, null, null, page);
    }

    private static void refused(String start, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageStartingWith(start);
    }
}
