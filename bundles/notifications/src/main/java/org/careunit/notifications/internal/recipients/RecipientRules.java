package org.careunit.notifications.internal.recipients;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.recipients.Recipient.Deputy;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitAddress;
import org.careunit.notifications.internal.recipients.Recipient.UnitDeputy;

/** Decides who is sent which news when a case changes. Pure: uses only its arguments. */
public final class RecipientRules {

    private static final String NOT_REACHED =
            "Whoever was given the case does not want to be told by e-mail, or has no address";
    private static final String SMS_ALONE =
            "Whoever was given the case wants to be told by SMS alone, and there is no SMS gateway";
    private static final String DECLINED = "The handler does not want to be told of such news";

    private RecipientRules() {}

    /** Settings of the unit and its staff that decide about news; only those that are needed are read. */
    public interface Facts {

        /** Why nobody at the unit is notified at all; empty if they are. */
        Optional<String> silentBecause();

        /** The addresses that the unit wants notified of new cases. */
        List<ReachableRecipient> unitAddresses();

        /** A staff member with what they have chosen for news of cases given to them. */
        ReachableRecipient member(StaffId staff);

        /** A staff member with where they are reminded: by e-mail always, and by SMS if they have chosen that. */
        ReachableRecipient reminded(StaffId staff);

        /** The unit's case receivers whose permission has effect now. */
        List<StaffId> receivers();

        /** Whether a staff member may handle cases of the unit now. */
        boolean mayHandle(StaffId staff);

        /** Whether a staff member is absent today. */
        boolean isAbsent(StaffId staff);

        /** Whether there is a channel over which somebody wants messages. */
        boolean isReached(Contact contact);

        /** Whether all addresses at which somebody wants messages are suppressed. */
        boolean isSuppressed(Contact contact);
    }

    /**
     * Recipients of news.
     *
     * @param topic what the news are about; never null
     * @param addressees to whom; empty for nobody
     * @param whyNobody why there is nobody; says nothing where there is somebody; never null
     */
    public record Decision(Topic topic, List<ReachableRecipient> addressees, NoRecipientReason whyNobody) {

        public Decision {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(whyNobody, "whyNobody");
            addressees = List.copyOf(addressees);
        }

        private static Decision nobody(Topic topic, NoRecipientReason why) {
            return new Decision(topic, List.of(), why);
        }

        private static Decision to(ReachableRecipient one, Topic topic) {
            return new Decision(topic, List.of(one), NoRecipientReason.NOBODY_REACHED);
        }
    }

    /**
     * The news and recipients of a change; empty if a change of this kind is no news.
     *
     * @param handler who has the case now
     */
    public static Optional<Decision> decide(CaseChange change, Optional<StaffId> handler, Facts facts) {
        if (change instanceof CaseChange.Received) {
            return Optional.of(newCase(facts));
        } else if (change instanceof CaseChange.ResidentReplied || change instanceof CaseChange.Reopened) {
            return Optional.of(reply(handler, facts));
        }
        return change instanceof CaseChange.Given given ? Optional.of(given(given, facts)) : Optional.empty();
    }

    /** The recipients of a reminder: the first step with anybody who can be reached. */
    public static Decision remind(Topic topic, Optional<StaffId> handler, Facts facts) {
        Optional<NoRecipientReason> silent = facts.silentBecause().map(NoRecipientReason::silent);
        if (silent.isPresent()) {
            return Decision.nobody(topic, silent.get());
        }
        List<ReachableRecipient> first =
                handler.filter(facts::mayHandle).filter(staff -> !facts.isAbsent(staff)).stream()
                        .map(facts::reminded)
                        .filter(one -> isReachable(one, facts))
                        .toList();
        return new Decision(topic, first.isEmpty() ? receiversOrUnit(facts) : first, NoRecipientReason.NOBODY_REACHED);
    }

    private static Decision newCase(Facts facts) {
        return facts.silentBecause()
                .map(why -> Decision.nobody(Topic.NEW_CASE, NoRecipientReason.silent(why)))
                .orElseGet(
                        () -> new Decision(Topic.NEW_CASE, facts.unitAddresses(), NoRecipientReason.UNIT_WANTS_NOBODY));
    }

    private static Decision given(CaseChange.Given given, Facts facts) {
        Optional<NoRecipientReason> silent = facts.silentBecause().map(NoRecipientReason::silent);
        if (silent.isPresent()) {
            return Decision.nobody(Topic.GIVEN, silent.get());
        }
        if (given.to().equals(given.by())) {
            return Decision.nobody(Topic.GIVEN, NoRecipientReason.TAKEN);
        }
        if (facts.isAbsent(given.to())) {
            return new Decision(Topic.GIVEN, deputiesOf(given.to(), facts), NoRecipientReason.NOBODY_REACHED);
        }
        ReachableRecipient handler = facts.member(given.to());
        if (facts.isReached(handler.contact())) {
            return Decision.to(handler, Topic.GIVEN);
        }
        NoRecipientReason why = handler.contact().sms().isPresent()
                ? NoRecipientReason.byChoiceOf(given.to(), MessageReason.NO_SMS_GATEWAY, SMS_ALONE)
                : NoRecipientReason.byChoiceOf(given.to(), MessageReason.DECLINED, NOT_REACHED);
        return Decision.nobody(Topic.GIVEN, why);
    }

    /** To the handler, if they may handle it; nobody is notified in place of a handler who does not want such news. */
    private static Decision reply(Optional<StaffId> handler, Facts facts) {
        Optional<NoRecipientReason> silent = facts.silentBecause().map(NoRecipientReason::silent);
        if (silent.isPresent()) {
            return Decision.nobody(Topic.REPLY, silent.get());
        }
        Optional<StaffId> permitted = handler.filter(facts::mayHandle);
        if (permitted.isEmpty()) {
            return new Decision(Topic.REPLY, facts.unitAddresses(), NoRecipientReason.NOBODY_REACHED);
        }
        if (facts.isAbsent(permitted.get())) {
            return new Decision(Topic.REPLY, deputiesOf(permitted.get(), facts), NoRecipientReason.NOBODY_REACHED);
        }
        ReachableRecipient member = facts.member(permitted.get());
        if (isReachable(member, facts)) {
            return Decision.to(member, Topic.REPLY);
        }
        return facts.isReached(member.contact())
                ? new Decision(Topic.REPLY, facts.unitAddresses(), NoRecipientReason.NOBODY_REACHED)
                : Decision.nobody(
                        Topic.REPLY, NoRecipientReason.byChoiceOf(permitted.get(), MessageReason.DECLINED, DECLINED));
    }

    private static List<ReachableRecipient> deputiesOf(StaffId absent, Facts facts) {
        return receiversOrUnit(facts).stream()
                .map(one -> new ReachableRecipient(deputy(one.recipient(), absent), one.contact()))
                .toList();
    }

    private static Recipient deputy(Recipient recipient, StaffId absent) {
        if (recipient instanceof StaffMember member) {
            return new Deputy(member.id(), absent);
        }
        return recipient instanceof UnitAddress unit ? new UnitDeputy(unit.pseudonym(), absent) : recipient;
    }

    private static List<ReachableRecipient> receiversOrUnit(Facts facts) {
        List<ReachableRecipient> receivers = facts.receivers().stream()
                .filter(staff -> !facts.isAbsent(staff))
                .map(facts::reminded)
                .filter(one -> isReachable(one, facts))
                .toList();
        return receivers.isEmpty()
                ? facts.unitAddresses().stream()
                        .filter(one -> isReachable(one, facts))
                        .toList()
                : receivers;
    }

    private static boolean isReachable(ReachableRecipient addressee, Facts facts) {
        return facts.isReached(addressee.contact()) && !facts.isSuppressed(addressee.contact());
    }
}
