package org.careunit.itests.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.MunicipalityCode;
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

/** Content of each section of the unit that joins. */
final class EverySection {

    private static final String TELEPHONE = "08-465 004 11";
    private static final List<HoursSpan> OFFICE_HOURS = List.of(new HoursSpan("1-5#08:00#17:00"));

    private EverySection() {}

    static List<Section> said() {
        return List.of(
                new EmailNotification(true, List.of(new EmailAddress("exempel@example.org"))),
                new ArchiveExport(Period.ofDays(30)),
                catchmentArea(),
                new RecordSystemNotification(true),
                new ListingRequests(true),
                new StaffReminder(true, 2),
                new ResidentReminder(true, 5),
                new PageLink(false),
                information(),
                new CareTypes(Set.of("barnavardscentral", "vardcentral")),
                new OtherInformation("<p>Välkommen till <strong>Exempelmottagningen</strong>.</p>"),
                new ClosedDays(List.of(new Closed(LocalDate.of(2030, 1, 7), null, "Utbildning"))),
                new SendingHours(List.of(), Map.of(CaseTypeSetup.CONTACT_ME, OFFICE_HOURS)),
                new DailyCaps(OptionalInt.of(200), Map.of(CaseTypeSetup.CONTACT_ME, 50)),
                pauses(),
                messages(),
                Simulated.OFF);
    }

    private static CatchmentArea catchmentArea() {
        return new CatchmentArea(List.of(new CatchmentArea.Rule(
                new CountyCode("01"),
                Optional.of(new MunicipalityCode("0184")),
                Optional.empty(),
                OptionalInt.of(18),
                OptionalInt.empty())));
    }

    private static UnitInformation information() {
        return new UnitInformation(
                Optional.of("Exempelmottagningen i Solna"),
                Optional.of(TELEPHONE),
                List.of("Exempelgatan 2", "169 00 Solna"),
                List.of(),
                Optional.of("En trappa upp, bredvid biblioteket."),
                OFFICE_HOURS,
                OFFICE_HOURS,
                List.of(new HoursSpan("2#13:00#15:00")),
                Optional.empty());
    }

    private static Pauses pauses() {
        return new Pauses(List.of(new Pause(
                Optional.empty(),
                "Vi har stängt över sommaren. Ring 1177 om du behöver råd.",
                "sommarstängt",
                Instant.parse("2030-07-01T06:00:00Z"),
                Optional.of(Instant.parse("2030-08-01T06:00:00Z")))));
    }

    private static StaffMessages messages() {
        StaffMessages usual = StaffMessages.DEFAULT;
        TopicMessages newCase = new TopicMessages(
                5,
                new StaffText("Nya ärenden: {count}", "{unit} har fått nya ärenden. Antal: {count}.\n{link}"),
                "Nya ärenden att hantera. Antal: {count}.");
        return new StaffMessages(newCase, usual.given(), usual.reply(), usual.firstReply(), usual.overdue());
    }
}
