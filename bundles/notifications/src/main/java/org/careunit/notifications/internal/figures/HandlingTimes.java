package org.careunit.notifications.internal.figures;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.SystemActor;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the handling time that a unit and its region promised for a type at an instant, from what they have saved. */
@Component(service = HandlingTimes.class)
public final class HandlingTimes {

    private static final Actor US = new SystemActor("notifications");

    private final UnitRegister units;
    private final CaseTypeChoices choices;
    private final CaseTypeCatalogue catalogue;

    @Activate
    public HandlingTimes(
            @Reference UnitRegister units, @Reference CaseTypeChoices choices, @Reference CaseTypeCatalogue catalogue) {
        this.units = units;
        this.choices = choices;
        this.catalogue = catalogue;
    }

    /** The handling times of a unit, each history looked up once; for one thread. */
    Promises of(HsaId unit) {
        return new Promises(unit);
    }

    /** The promises of a unit. */
    final class Promises {

        private final HsaId unit;
        private final Map<CaseTypeKey, History> histories = new HashMap<>();

        private Promises(HsaId unit) {
            this.unit = unit;
        }

        /** In working days; empty if nothing was promised then. */
        OptionalInt at(CaseTypeKey type, Instant instant) {
            return histories.computeIfAbsent(type, this::history).at(instant);
        }

        @SuppressWarnings("UnusedException") // a type that the unit does not have any more
        private History history(CaseTypeKey type) {
            try {
                List<Saved<UnitChoice>> own = choices.history(US, unit, type);
                List<Saved<CentralType>> regional = type.isLocal()
                        ? List.of()
                        : units.find(unit)
                                .map(UnitRegister.Entry::unit)
                                .map(CareUnit::region)
                                .map(region -> catalogue.history(US, region, type))
                                .orElse(List.of());
                return new History(own, regional);
            } catch (RefusedException noSuchType) {
                return new History(List.of(), List.of());
            }
        }
    }

    /** The saved versions of a type at unit and region. */
    private record History(List<Saved<UnitChoice>> own, List<Saved<CentralType>> regional) {

        OptionalInt at(Instant instant) {
            Optional<CentralType> central = newest(regional, instant);
            OptionalInt set =
                    central.map(type -> type.settings().handlingDays()).orElse(OptionalInt.empty());
            boolean isLocked = central.filter(type -> type.locked().contains(TypeField.HANDLING_TIME))
                    .isPresent();
            OptionalInt chosen = newest(own, instant)
                    .map(choice -> choice.settings().handlingDays())
                    .orElse(OptionalInt.empty());
            return chosen.isPresent() && !isLocked ? chosen : set;
        }

        private static <T> Optional<T> newest(List<Saved<T>> saved, Instant instant) {
            return saved.stream()
                    .filter(one -> !one.at().isAfter(instant))
                    .max(Comparator.comparingLong(Saved::version))
                    .flatMap(Saved::content);
        }
    }
}
