package org.careunit.settings.internal;

import java.util.List;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.settings.EmailNotification;

/** {@link EmailNotification} as it is stored, shape 1; what is missing is off and empty. */
public record EmailNotificationDocument(Boolean on, List<String> addresses) {

    public EmailNotificationDocument {
        on = Boolean.TRUE.equals(on);
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }

    static EmailNotificationDocument of(EmailNotification section) {
        return new EmailNotificationDocument(
                section.on(),
                section.addresses().stream().map(EmailAddress::value).toList());
    }

    EmailNotification section() {
        return new EmailNotification(
                on, addresses.stream().map(EmailAddress::new).toList());
    }
}
