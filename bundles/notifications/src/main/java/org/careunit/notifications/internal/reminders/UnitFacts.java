package org.careunit.notifications.internal.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.delivery.NoRecipient;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.NoRecipientReason;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.StoredDecision;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.Grants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the settings of a unit and its staff that decide about news. */
@Component(service = UnitFacts.class)
public final class UnitFacts {

    private static final Set<Permission> HANDLES = Set.of(Permission.CASE_HANDLER, Permission.CASE_RECEIVER);

    private final Recipients recipients;
    private final Outbox outbox;
    private final UnitRules rules;
    private final Grants grants;
    private final Clock clock;

    @Activate
    public UnitFacts(
            @Reference Recipients recipients,
            @Reference Outbox outbox,
            @Reference UnitRules rules,
            @Reference Grants grants,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.rules = rules;
        this.grants = grants;
        this.clock = clock;
    }

    /** The current facts of a unit, each read at most once; for one thread. */
    public RecipientRules.Facts of(HsaId unit) {
        return of(unit, clock.instant());
    }

    /** The same with the permissions and absences of an instant, which may lie ahead. */
    public RecipientRules.Facts of(HsaId unit, Instant at) {
        return new AtUnit(unit, at);
    }

    /** Why there is no recipient, with the version in force of the setting that decided. */
    public NoRecipient written(HsaId unit, NoRecipientReason why) {
        StoredDecision decision = why.person()
                .map(person -> StoredDecision.byPerson(why.reason(), recipients.version(unit, person)))
                .orElseGet(() -> new StoredDecision(
                        why.reason(), why.section().flatMap(section -> rules.inForce(unit, section))));
        return new NoRecipient(why.detail(), decision);
    }

    private final class AtUnit implements RecipientRules.Facts {

        private final HsaId unit;
        private final Instant now;
        private final Map<String, Object> answers = new HashMap<>();

        private AtUnit(HsaId unit, Instant now) {
            this.unit = unit;
            this.now = now;
        }

        @Override
        public Optional<String> silentBecause() {
            return once("silent", () -> rules.silentBecause(unit));
        }

        @Override
        public List<ReachableRecipient> unitAddresses() {
            return once("unit", () -> recipients.ofUnit(unit));
        }

        @Override
        public ReachableRecipient member(StaffId staff) {
            return once("member " + staff, () -> recipients.ofMember(unit, staff));
        }

        @Override
        public ReachableRecipient reminded(StaffId staff) {
            return once("reminded " + staff, () -> recipients.reminded(unit, staff));
        }

        @Override
        public List<StaffId> receivers() {
            return permitted(Set.of(Permission.CASE_RECEIVER)).stream()
                    .map(StaffAtUnit::staff)
                    .toList();
        }

        @Override
        public boolean mayHandle(StaffId staff) {
            return permitted(HANDLES).stream().anyMatch(one -> one.staff().equals(staff));
        }

        private List<StaffAtUnit> permitted(Set<Permission> any) {
            List<StaffAtUnit> all = once("staff", () -> grants.atUnit(unit));
            return all.stream().filter(one -> one.hasAnyAt(any, now)).toList();
        }

        @Override
        public boolean isAbsent(StaffId staff) {
            return once(
                    "absent " + staff,
                    () -> recipients.isAbsent(unit, staff, LocalDate.ofInstant(now, SwedishTime.ZONE)));
        }

        @Override
        public boolean isReached(Contact contact) {
            return outbox.isReached(contact);
        }

        @Override
        public boolean isSuppressed(Contact contact) {
            return outbox.isSuppressedEverywhere(contact);
        }

        @SuppressWarnings("unchecked") // each key has answers of one type
        private <T> T once(String key, Supplier<T> lookUp) {
            Object known = answers.get(key);
            if (known == null) {
                known = lookUp.get();
                answers.put(key, known);
            }
            return (T) known;
        }
    }
}
