package org.careunit.casetypes.internal.choices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTypeKeysTest {

    @ParameterizedTest
    @CsvSource({
        "Rökstopp, local-rokstopp",
        "Ånger & Ävja – nr 2!, local-anger-avja-nr-2",
        "'--Élan--', local-elan",
        "日本, local-typ",
        "'En ärendetyp med ett mycket långt namn', local-en-arendetyp-med-ett-mycket-la",
        "'abcdefghijklmnopqrstuvwxyz abc defg hi', local-abcdefghijklmnopqrstuvwxyz-abc"
    })
    void aKeyIsMadeOfTheName(String name, String key) {
        assertThat(OwnTypeKeys.key(name, Set.of())).hasToString(key);
    }

    @Property(tries = 200)
    void everyNameMakesANewKeyOfAUnitsOwn(
            @ForAll @StringLength(max = 100) String name,
            @ForAll @Size(max = 3) Set<@StringLength(max = 5) String> old) {
        Set<CaseTypeKey> taken = new HashSet<>();
        old.forEach(other -> taken.add(OwnTypeKeys.key(other, taken)));
        for (int again = 0; again < 12; again++) {
            CaseTypeKey key = OwnTypeKeys.key(name, taken);
            assertThat(key.isLocal()).isTrue();
            assertThat(taken.add(key)).isTrue();
        }
    }

    @Test
    void aUnitMayHaveFiftyAndThoseItTookAwayDoNotCount() {
        Map<CaseTypeKey, Choice> choices = new HashMap<>();
        for (int number = 1; number < UnitChoice.MOST_OWN; number++) {
            choices.put(key(number), new Choice(choice(number), 1));
        }
        choices.put(key(98), new Choice(UnitChoice.NONE, 2, true));
        choices.put(new CaseTypeKey("boka-tid"), new Choice(UnitChoice.NONE, 1));
        OwnTypeKeys.requireRoom(unit(choices));
        choices.put(key(99), new Choice(choice(99), 1));
        assertThatThrownBy(() -> OwnTypeKeys.requireRoom(unit(choices)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("50 case types of its own");
    }

    private static CaseTypeKey key(int number) {
        return new CaseTypeKey("local-" + number);
    }

    private static UnitChoice choice(int number) {
        return new UnitChoice(false, Optional.of("Typ " + number), TypeSettings.NONE);
    }

    private static UnitTypes unit(Map<CaseTypeKey, Choice> choices) {
        CareUnit unit =
                new CareUnit(new HsaId("SE1111111111-UNIT1"), new CountyCode("01"), "Mottagning", CareUnit.State.OPEN);
        return new UnitTypes(unit, choices, Map.of(), Map.of());
    }
}
