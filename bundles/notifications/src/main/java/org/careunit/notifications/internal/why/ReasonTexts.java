package org.careunit.notifications.internal.why;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.messages.Channel;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.texts.SectionKeys;

/** Texts of the reasons: in Swedish for people in a unit, in English for operators. */
public final class ReasonTexts {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(SwedishTime.ZONE);

    /** One word that time and channel follow without a comma: "Skickat den 5 juli 2026 klockan 8 via e-post". */
    private static final Set<MessageReason> PARTICIPLES = EnumSet.of(MessageReason.SENT, MessageReason.DELIVERED);

    private ReasonTexts() {}

    static String swedish(
            MessageReason reason, Optional<Instant> at, Optional<DecidingVersion> by, Optional<Channel> channel) {
        String before = PARTICIPLES.contains(reason) ? " " : ", ";
        return reason.swedish()
                + at.map(when -> before + "den " + SwedishTime.moment(when)).orElse("")
                + channel.map(over -> before + "via " + swedish(over)).orElse("")
                + by.map(ReasonTexts::swedish).orElse("");
    }

    static String english(
            MessageReason reason, Optional<Instant> at, Optional<DecidingVersion> by, Optional<Channel> channel) {
        return reason.english()
                + at.map(when -> ", " + MINUTE.format(when)).orElse("")
                + channel.map(over -> ", by " + over).orElse("")
                + by.map(ReasonTexts::english).orElse("");
    }

    private static String swedish(Channel channel) {
        return switch (channel) {
            case EMAIL -> "e-post";
            case RECORD_SYSTEM -> "journalsystemet";
            case SMS -> "sms";
        };
    }

    private static String swedish(DecidingVersion by) {
        String whose =
                switch (by.level()) {
                    case UNIT -> "mottagningens inställning " + title(by);
                    case REGION -> "regionens förval för " + title(by);
                    case PERSON -> "personliga inställningar";
                    case DEFAULT -> title(by) + ", som ingen har ändrat";
                };
        return " (" + whose
                + (by.version() == 0 ? "" : ", version " + by.version())
                + by.savedBy().map(who -> ", sparad av " + who).orElse("")
                + by.savedAt().map(when -> " den " + SwedishTime.moment(when)).orElse("")
                + ")";
    }

    private static String title(DecidingVersion by) {
        return "”" + SectionKeys.title(by.section()) + "”";
    }

    private static String english(DecidingVersion by) {
        String whose =
                switch (by.level()) {
                    case UNIT -> "the unit's section " + by.section();
                    case REGION -> "the region's default of " + by.section();
                    case PERSON -> "personal settings";
                    case DEFAULT -> by.section() + ", which nobody has changed";
                };
        return " (" + whose
                + (by.version() == 0 ? "" : ", version " + by.version())
                + by.savedBy().map(who -> ", saved by " + who).orElse("")
                + by.savedAt().map(when -> " " + MINUTE.format(when)).orElse("")
                + ")";
    }
}
