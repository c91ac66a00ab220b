package org.careunit.notifications.internal.recipients;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;

/** Decides who is sent which news when a case changes. Pure: asks nothing but what it is given. */
public final class RecipientRules {

    private static final String UNIT_WANTS_NOBODY = "The unit wants nobody told of new cases";
    private static final String TAKEN = "Whoever has the case took it";
    private static final String NOT_REACHED =
            "Whoever was given the case does not want to be told by e-mail, or has no address";
    private static final String SMS_ALONE =
            "Whoever was given the case wants to be told by SMS alone, and there is no SMS gateway";

    private RecipientRules() {}

    /**
     * What the unit and its staff have decided, as far as news need it.
     *
     * <p>Asked at most once for each thing, and only for what the news at hand need.
     */
    public interface Facts {

        /** Why nobody of the unit is told anything, whatever it wants; empty if they are. */
        Optional<String> silentBecause();

        /** The addresses that the unit wants told of new cases. */
        List<Addressee> unitAddresses();

        /** A staff member with what they have chosen. */
        Addressee member(HsaId staff);

        /** Whether there is a channel over which somebody wants messages. */
        boolean isReached(Contact contact);
    }

    /**
     * Who is sent news.
     *
     * @param topic what the news are about; never null
     * @param addressees to whom; empty for nobody
     * @param whyNobody for the ledger, where there is nobody; never null, never personal
     */
    public record Decision(Topic topic, List<Addressee> addressees, String whyNobody) {

        public Decision {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(whyNobody, "whyNobody");
            addressees = List.copyOf(addressees);
        }

        private static Decision nobody(Topic topic, String why) {
            return new Decision(topic, List.of(), why);
        }
    }

    /** Who is sent what because of a change; empty if a change of this kind is no news. */
    public static Optional<Decision> decide(CaseChange change, Facts facts) {
        if (change instanceof CaseChange.Received) {
            return Optional.of(newCase(facts));
        }
        return change instanceof CaseChange.Given given ? Optional.of(given(given, facts)) : Optional.empty();
    }

    private static Decision newCase(Facts facts) {
        return facts.silentBecause()
                .map(why -> Decision.nobody(Topic.NEW_CASE, why))
                .orElseGet(() -> new Decision(Topic.NEW_CASE, facts.unitAddresses(), UNIT_WANTS_NOBODY));
    }

    private static Decision given(CaseChange.Given given, Facts facts) {
        Optional<String> silent = facts.silentBecause();
        if (silent.isPresent()) {
            return Decision.nobody(Topic.GIVEN, silent.get());
        }
        if (given.to().equals(given.by())) {
            return Decision.nobody(Topic.GIVEN, TAKEN);
        }
        Addressee handler = facts.member(given.to());
        if (facts.isReached(handler.contact())) {
            return new Decision(Topic.GIVEN, List.of(handler), "");
        }
        return Decision.nobody(Topic.GIVEN, handler.contact().sms().isPresent() ? SMS_ALONE : NOT_REACHED);
    }
}
