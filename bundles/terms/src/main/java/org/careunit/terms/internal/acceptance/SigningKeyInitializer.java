package org.careunit.terms.internal.acceptance;

import org.careunit.api.failure.CareunitException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the key for receipts at the first start, not at the first acceptance, so that it can be backed up. */
@Component(
        immediate = true,
        service = {})
public final class SigningKeyInitializer {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyInitializer.class);

    @Activate
    public SigningKeyInitializer(@Reference TermsAcceptanceComponent acceptance) {
        try {
            LOG.info("Receipts are signed with key {}", acceptance.keyName());
        } catch (CareunitException later) {
            LOG.warn("No terms can be accepted: {}", later.getMessage());
        }
    }
}
