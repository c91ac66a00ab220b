package org.careunit.settings.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.Phrase;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.messages.Topic;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.sms.SmsText;
import org.careunit.api.sms.SmsText.Alphabet;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports which of the unit's texts need several SMS, and which characters cause it; never blocks readiness. */
@Component
public final class SmsTextsCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");
    private static final Map<Topic, Phrase> NAMES = Map.of(
            Topic.NEW_CASE, new Phrase("nya ärenden", "new cases"),
            Topic.GIVEN, new Phrase("tilldelade ärenden", "cases that were given"),
            Topic.REPLY, new Phrase("svar från invånare", "residents' replies"),
            Topic.FIRST_REPLY, new Phrase("ärenden som väntar på ett första svar", "cases that wait for a first reply"),
            Topic.OVERDUE, new Phrase("ärenden som väntar på att hanteras", "overdue cases"));

    private final UnitSettings settings;

    @Activate
    public SmsTextsCheck(@Reference UnitSettings settings) {
        this.settings = settings;
    }

    @Override
    public String key() {
        return "sms-texts";
    }

    @Override
    public String title() {
        return "Sms-texternas längd";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest request) {
        StaffMessages messages =
                settings.read(US, request.unit(), StaffMessages.class).content();
        List<Problem> told = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            messages.of(topic)
                    .ifPresent(said -> told(NAMES.get(topic), said.longestSms()).ifPresent(told::add));
        }
        return new CheckResult(CheckStatus.DONE, told);
    }

    private static Optional<Problem> told(Phrase news, SmsText longest) {
        int parts = longest.parts().size();
        if (longest.alphabet() == Alphabet.UCS_2) {
            return Optional.of(SettingsProblem.SMS_UNUSUAL.with(news, parts, String.join(" ", longest.unusual())));
        }
        return parts > 1 ? Optional.of(SettingsProblem.SMS_LONG.with(news, parts)) : Optional.empty();
    }
}
