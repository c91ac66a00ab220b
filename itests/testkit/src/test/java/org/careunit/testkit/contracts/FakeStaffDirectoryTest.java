package org.careunit.testkit.contracts;

import java.util.Optional;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.fakes.Canary;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of the directory keeps the contract. */
class FakeStaffDirectoryTest extends StaffDirectoryContract {

    private final FakeDirectory directory = new FakeDirectory()
            .put(
                    known(),
                    FakeDirectory.staff(known(), Canary.PERSON.name(), "Provsson")
                            .withMail(Optional.of(new EmailAddress(Canary.PERSON.email())))
                            .withMobile(Optional.of(Canary.PERSON.telephone())))
            .put(
                    confidential(),
                    FakeDirectory.staff(confidential(), "Okänd", "Provsson")
                            .withConfidential(true)
                            .withMail(Optional.empty()))
            .know(new PersonNumber(Canary.PERSON.number()), known())
            .put(FakeDirectory.unit(knownUnit(), "Provmottagningen"));

    @Override
    protected StaffDirectory service() {
        return directory;
    }

    @Override
    protected StaffId known() {
        return new StaffId("SE1111111111-KNOWN");
    }

    @Override
    protected StaffId confidential() {
        return new StaffId("SE1111111111-HIDDEN");
    }

    @Override
    protected StaffId unknown() {
        return new StaffId("SE1111111111-NOBODY");
    }

    @Override
    protected HsaId knownUnit() {
        return new HsaId("SE1111111111-KIT");
    }

    @Override
    protected HsaId unknownUnit() {
        return new HsaId("SE1111111111-NOUNIT");
    }

    @Override
    protected void takeAway() {
        directory.faults().set(Fault.UNAVAILABLE);
    }

    @Override
    protected void giveBack() {
        directory.faults().mend();
    }
}
