package org.careunit.itests.demo.host.ports;

import java.util.Optional;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.itests.demo.host.Town;
import org.osgi.service.component.annotations.Component;

/**
 * Says where the residents of the demo's cases want to be reminded: each of them at the same address and number. It
 * comes before the example of a host module, which knows no case.
 */
@Component(property = "service.ranking:Integer=1")
public final class Residents implements CaseContacts {

    /** Where residents read e-mail. */
    private static final String MAIL = "invanare@example.org";

    private static final TelephoneNumber SMS = new TelephoneNumber(Town.RESIDENT_NUMBER);

    @Override
    public Optional<Contacts> contacts(CaseRef ref) {
        return Optional.of(new Contacts(Optional.of(EmailAddress.of(MAIL)), Optional.of(SMS)));
    }
}
