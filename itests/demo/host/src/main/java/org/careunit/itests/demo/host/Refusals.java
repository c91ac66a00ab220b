package org.careunit.itests.demo.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks for what is not allowed. */
@Component(service = Refusals.class)
public final class Refusals {

    private static final String DONE = "DONE, and should not be";

    private final UnitSettings settings;
    private final PersonalSettings personal;
    private final Messages messages;

    @Activate
    public Refusals(
            @Reference UnitSettings settings, @Reference PersonalSettings personal, @Reference Messages messages) {
        this.settings = settings;
        this.personal = personal;
        this.messages = messages;
    }

    void attempt(Report report) {
        Table refused = report.add(new Table(Report.REFUSED, "Wanted", "Answer"));
        Town.Unit unit = Town.units().get(0);
        Town.Unit other = Town.units().get(1);
        Town.Person administrator = unit.staff().get(0);
        Town.Person handler = unit.staff().get(3);
        Map<String, Runnable> attempts = new LinkedHashMap<>();
        attempts.put("a case handler turns the unit's e-mail off", () -> turnOff(handler, unit));
        attempts.put("an administrator does so at another unit", () -> turnOff(administrator, other));
        attempts.put("an administrator chooses for a colleague", () -> choose(administrator, handler));
        attempts.put("a resident reads the ledger", this::readLedger);
        attempts.forEach((wanted, attempt) -> refused.add(wanted, answer(attempt)));
        report.check(
                "whoever may not is refused, and told who may",
                refused.rows().stream().noneMatch(row -> row.contains(DONE)));
    }

    private static String answer(Runnable attempt) {
        try {
            attempt.run();
            return DONE;
        } catch (NotPermittedException no) {
            return no.getMessage();
        }
    }

    private void turnOff(Town.Person actor, Town.Unit unit) {
        settings.save(Registration.actor(actor), Registration.id(unit), EmailNotification.OFF, 1);
    }

    private void choose(Town.Person actor, Town.Person whose) {
        personal.save(
                Registration.actor(actor),
                Registration.id(whose.unit()),
                Registration.id(whose),
                PersonalChoices.NONE,
                1);
    }

    private void readLedger() {
        messages.newest(new Actor.Resident("demo-resident"), Optional.empty(), PageRequest.first(1));
    }
}
