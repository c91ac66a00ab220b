package org.careunit.settings.internal;

import java.util.stream.Collectors;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Versioned;
import org.careunit.operations.Listing;

/** A unit's sections as the commands show them. */
final class SettingsListing {

    private SettingsListing() {}

    static Listing of(Versioned<EmailNotification> email) {
        EmailNotification section = email.section();
        String addresses = section.addresses().stream().map(EmailAddress::value).collect(Collectors.joining(", "));
        return Listing.of("section", "version", "setting", "value")
                .row("email-notification", email.version(), "on", section.on())
                .row("email-notification", email.version(), "addresses", addresses);
    }
}
