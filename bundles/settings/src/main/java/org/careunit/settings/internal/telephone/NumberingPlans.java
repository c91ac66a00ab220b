package org.careunit.settings.internal.telephone;

import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.identity.TelephoneNumbers;
import org.osgi.service.component.annotations.Component;

/** Lets other bundles have telephone numbers read by the same rules as settings. */
@Component
public final class NumberingPlans implements TelephoneNumbers {

    @Override
    public TelephoneNumber read(String written) {
        return new TelephoneNumber(Telephone.of(written).e164());
    }
}
