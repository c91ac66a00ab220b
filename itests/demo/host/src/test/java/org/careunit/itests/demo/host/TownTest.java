package org.careunit.itests.demo.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.junit.jupiter.api.Test;

class TownTest {

    @Test
    void isLargeEnoughAndPlainlyFeigned() {
        assertThat(Town.units()).hasSizeGreaterThanOrEqualTo(20).allMatch(unit -> unit.name()
                .startsWith("Demo"));
        assertThat(Town.staff())
                .hasSizeGreaterThanOrEqualTo(200)
                .allMatch(person -> person.surname().startsWith(Town.SURNAME))
                .allMatch(person -> EmailAddress.of(person.mail()).domain().equals("example.org"));
    }

    @Test
    void givesEverybodyAnHsaIdOfTheirOwn() {
        assertThat(Town.units().stream().map(Town.Unit::id).map(HsaId::new)).doesNotHaveDuplicates();
        assertThat(Town.staff().stream().map(Town.Person::id).map(HsaId::new)).doesNotHaveDuplicates();
    }

    @Test
    void liesInTwoRegions() {
        assertThat(Town.units().stream()
                        .map(Town.Unit::region)
                        .map(CountyCode::new)
                        .distinct())
                .hasSize(2);
    }
}
