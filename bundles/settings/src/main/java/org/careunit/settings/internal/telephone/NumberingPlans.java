package org.careunit.settings.internal.telephone;

import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.identity.TelephoneNumbers;
import org.osgi.service.component.annotations.Component;

/** Provides the parsing of telephone numbers to other bundles. */
@Component
public final class NumberingPlans implements TelephoneNumbers {

    @Override
    public TelephoneNumber read(String written) {
        return new TelephoneNumber(Telephone.of(written).e164());
    }
}
