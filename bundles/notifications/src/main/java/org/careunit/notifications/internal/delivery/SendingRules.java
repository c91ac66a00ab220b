package org.careunit.notifications.internal.delivery;

import java.util.Optional;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides whether a message may leave now, by the rules for residents and the hours in which staff are reminded. */
@Component(service = SendingRules.class)
public final class SendingRules {

    private final ResidentRules residents;
    private final StaffHours staff;

    @Activate
    public SendingRules(@Reference ResidentRules residents, @Reference StaffHours staff) {
        this.residents = residents;
        this.staff = staff;
    }

    /** Why a message does not leave now; empty if it may. */
    Optional<Hold> hold(MessageJob message) {
        return residents.hold(message).or(() -> staff.hold(message));
    }

    /** Whether a message is not handed to the gateway, since its unit simulates, or did when it was entered. */
    boolean isSimulated(MessageJob message) {
        return message.isSimulated() || residents.isSimulated(message);
    }
}
