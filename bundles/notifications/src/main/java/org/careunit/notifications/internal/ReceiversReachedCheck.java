package org.careunit.notifications.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Question;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.readiness.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether every receiver of the unit can be reached, and no address of the unit's is held back. */
@Component
public final class ReceiversReachedCheck implements ReadinessCheck {

    private static final Actor US = new Actor.Internal("readiness");

    private final Permissions permissions;
    private final Audience audience;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public ReceiversReachedCheck(
            @Reference Permissions permissions,
            @Reference Audience audience,
            @Reference Outbox outbox,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.permissions = permissions;
        this.audience = audience;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "receivers-reached";
    }

    @Override
    public String title() {
        return "Avisering når fram";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public Verdict look(Question question) {
        HsaId unit = question.unit();
        Stream<String> receivers = permissions.atUnit(US, unit).stream()
                .filter(place -> place.inEffectAt(clock.instant()).contains(Permission.CASE_RECEIVER))
                .flatMap(place -> toMend(unit, place.staff()).stream());
        Stream<String> addresses = audience.ofUnit(unit).stream()
                .filter(addressee -> outbox.heldBack(addressee).isPresent())
                .map(addressee -> "Mottagningens adress " + addressee.address().masked()
                        + " är spärrad: e-postservern har avvisat den. Rätta den under Avisering via e-post.");
        return Verdict.toMend(Stream.concat(receivers, addresses).toList());
    }

    private Optional<String> toMend(HsaId unit, HsaId receiver) {
        Optional<Addressee> reached = audience.ofStaff(unit, receiver);
        if (reached.isEmpty()) {
            return Optional.of("Ärendemottagaren " + receiver
                    + " har ingen avisering som fungerar: välj e-post i de personliga inställningarna.");
        }
        return outbox.heldBack(reached.get())
                .map(why -> "Adressen till ärendemottagaren " + receiver
                        + " är spärrad: e-postservern har avvisat den. Rätta den i de personliga inställningarna.");
    }
}
