package org.careunit.itests.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.UnitSettings;

/** Saves the settings of the unit's administrators, as a screen of the host would. */
final class Decisions {

    private final UnitSettings settings;
    private final HsaId unit;
    private final Steps steps;

    Decisions(UnitSettings settings, HsaId unit, Steps steps) {
        this.settings = settings;
        this.unit = unit;
        this.steps = steps;
    }

    /** Fills in every section that there is. */
    void fillIn(Actor administrator, List<Section> said) {
        List<SectionState> sections = settings.sections(administrator, unit);
        for (SectionState state : sections) {
            steps.does(
                    "fill in " + state.title(),
                    () -> "version " + save(administrator, state.type(), said).version());
        }
        steps.check(
                "the unit has said something in each",
                sections.size() + " sections",
                sections.size() == said.size()
                        && settings.sections(administrator, unit).stream()
                                .allMatch(state -> state.shown() && state.version() > 0));
    }

    /** Saves what the example has something to say on, and confirms as it stands what the unit has not said yet. */
    void sayAndConfirm(Actor administrator, List<Section> said) {
        for (SectionState state : settings.sections(administrator, unit)) {
            if (said.stream().anyMatch(state.type()::isInstance)) {
                steps.does(
                        "save " + state.title(),
                        () -> "version "
                                + save(administrator, state.type(), said).version());
            } else if (state.shown() && state.version() == 0) {
                steps.does(
                        "confirm " + state.title() + " as it stands",
                        () -> "version "
                                + settings.confirm(administrator, unit, state.type())
                                        .version());
            }
        }
    }

    private <S extends Section> Versioned<S> save(Actor administrator, Class<S> type, List<Section> said) {
        Versioned<S> seen = settings.read(administrator, unit, type);
        S wanted = said.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(seen.content());
        return settings.save(administrator, unit, wanted, seen.version());
    }

    /** Both have seen the same version; the second to save merges what the first has said, and loses nothing. */
    void race(Actor first, Actor second) {
        Versioned<EmailNotification> seen = settings.read(first, unit, EmailNotification.class);
        Versioned<EmailNotification> alsoSeen = settings.read(second, unit, EmailNotification.class);
        EmailNotification firsts = with(seen.content(), "natt@example.org");
        EmailNotification seconds = with(alsoSeen.content(), "helg@example.org");
        steps.does(
                "the first administrator adds an address",
                () -> "version "
                        + settings.save(first, unit, firsts, seen.version()).version());
        steps.isRefused(
                "the second, who has seen the same version, adds another",
                ConflictException.class,
                () -> settings.save(second, unit, seconds, alsoSeen.version()));
        steps.does(
                "the second merges both, naming the version that stands there", () -> merge(second, seconds, alsoSeen));
        EmailNotification now =
                settings.read(first, unit, EmailNotification.class).content();
        steps.check(
                "nobody's address is lost",
                now.addresses().size() + " addresses",
                now.addresses().containsAll(firsts.addresses())
                        && now.addresses().containsAll(seconds.addresses()));
    }

    private String merge(Actor actor, EmailNotification wanted, Versioned<EmailNotification> seen) {
        try {
            return "version "
                    + settings.save(actor, unit, wanted, seen.version()).version() + " without a conflict";
        } catch (ConflictException conflict) {
            Versioned<EmailNotification> theirs = conflict.current(EmailNotification.class);
            EmailNotification merged = theirs.content();
            for (EmailAddress address : wanted.addresses()) {
                merged = with(merged, address.value());
            }
            return "version "
                    + settings.save(actor, unit, merged, theirs.version()).version();
        }
    }

    private static EmailNotification with(EmailNotification section, String address) {
        List<EmailAddress> addresses = new ArrayList<>(section.addresses());
        addresses.add(new EmailAddress(address));
        return new EmailNotification(true, addresses);
    }

    /** Takes back what was saved last. */
    void restore(Actor administrator, Class<? extends Section> type) {
        List<? extends Saved<? extends Section>> history = settings.history(administrator, unit, type);
        Saved<? extends Section> latest = history.get(0);
        Saved<? extends Section> earlier = history.get(1);
        steps.check(
                "the history says who changed what",
                latest.actor() + ": " + latest.changes(),
                !latest.changes().isEmpty());
        steps.does(
                "restore the version before, " + earlier.version(),
                () -> "version "
                        + settings.restore(administrator, unit, type, earlier.version(), latest.version())
                                .version());
        Optional<? extends Section> now =
                settings.history(administrator, unit, type).get(0).content();
        steps.check("it says again what it said", now.isPresent(), now.equals(earlier.content()));
    }
}
