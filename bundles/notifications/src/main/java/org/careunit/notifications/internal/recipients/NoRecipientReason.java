package org.careunit.notifications.internal.recipients;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;

/**
 * Reason why news has no recipient.
 *
 * @param reason its code; never null
 * @param detail for the ledger; never null, never personal
 * @param section the section of the unit that decided; empty where none did
 * @param person the staff member whose own settings decided; empty where nobody's did
 */
public record NoRecipientReason(
        MessageReason reason, String detail, Optional<Class<? extends Section>> section, Optional<StaffId> person) {

    static final NoRecipientReason UNIT_WANTS_NOBODY = new NoRecipientReason(
            MessageReason.SWITCHED_OFF,
            "The unit wants nobody told of new cases",
            Optional.of(EmailNotification.class),
            Optional.empty());

    static final NoRecipientReason TAKEN = of(MessageReason.TAKEN, "Whoever has the case took it");

    static final NoRecipientReason NOBODY_REACHED = of(
            MessageReason.NOBODY_REACHED,
            "Neither the handler nor a case receiver nor an address of the unit can be reached");

    public static final NoRecipientReason RESIDENT_NOT_REACHED = of(
            MessageReason.RESIDENT_NOT_REACHED,
            "The resident has chosen no way to be reminded, or the host does not know the case");

    public NoRecipientReason {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(person, "person");
    }

    /** Nothing that somebody has saved decided. */
    public static NoRecipientReason of(MessageReason reason, String detail) {
        return new NoRecipientReason(reason, detail, Optional.empty(), Optional.empty());
    }

    /** What a staff member has chosen decided. */
    static NoRecipientReason byChoiceOf(StaffId staff, MessageReason reason, String detail) {
        return new NoRecipientReason(reason, detail, Optional.empty(), Optional.of(staff));
    }

    /** The unit has not joined, or is closed. */
    static NoRecipientReason silent(String detail) {
        return of(MessageReason.UNIT_SILENT, detail);
    }
}
