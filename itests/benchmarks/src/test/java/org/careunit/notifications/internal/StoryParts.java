package org.careunit.notifications.internal;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.storage.internal.TestStore;
import org.osgi.service.event.EventHandler;

/** What follows from events on one store: each new case is told to one address, at once. */
public final class StoryParts {

    private StoryParts() {}

    /** Has the store do what follows from events, and hand its messages to a gateway. */
    public static void handle(TestStore store, Path base, MailGateway gateway) {
        UnitSettings told = settings();
        NotificationsSettings settings = new NotificationsSettings(base, Map.of("digestMinutes", "0"));
        UnitRules rules = new UnitRules(units(), told, settings);
        Audience audience = new Audience(told, nobody(), store.pseudonyms());
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                new Gathering(store.digests(), store.jobs(), store.clock(), rules),
                audience,
                store.clock());
        store.handle(new FollowUp(store.events(), audience, outbox, rules));
        store.handle(new SendMail(store.transactions(), outbox, audience, new Letters(rules), gateway));
    }

    /** The door of EventAdmin, with nobody behind it, as when the database is down. */
    public static EventHandler door(Path base) {
        return new EventDoor(new NotificationsSettings(base, Map.of()));
    }

    private static Units units() {
        return only(
                Units.class,
                "find",
                asked -> Optional.of(
                        new CareUnit((HsaId) asked[1], new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN)));
    }

    private static UnitSettings settings() {
        EmailNotification told = new EmailNotification(true, List.of(new EmailAddress("a@example.org")));
        return only(
                UnitSettings.class,
                "read",
                asked -> asked[2] == StaffMessages.class
                        ? new Versioned<>(StaffMessages.DEFAULT, 0)
                        : new Versioned<>(told, 1));
    }

    /** Nobody is given a case here. */
    private static PersonalSettings nobody() {
        return only(PersonalSettings.class, "", asked -> null);
    }

    private static <T> T only(Class<T> contract, String method, Function<Object[], Object> answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.apply(arguments);
                    }
                    throw new UnsupportedOperationException(called.toString());
                }));
    }
}
