package org.careunit.mail.internal;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.mail.internal.bounces.SentMailMatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Matches returned mails to sent ones by return address and Message-ID. */
@Component(service = SentMails.class)
public final class SentMails implements SentMailMatcher<UUID> {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@([^<>@\\s]+)>");

    private final MailSettings settings;
    private final DeliveryReports reports;

    @Activate
    public SentMails(@Reference MailSettings settings, @Reference DeliveryReports reports) {
        this.settings = settings;
        this.reports = reports;
    }

    /** Creates the processor of returned mails. */
    public BounceProcessor processor() {
        return new BounceProcessor(reports, this);
    }

    @Override
    public Optional<UUID> byReturnAddress(String address) {
        return settings.server()
                .flatMap(server -> server.sender().bounces().token(address))
                .flatMap(reports::messageOf);
    }

    /** Ours are from the domain that we send from. */
    @Override
    public Optional<UUID> byMessageId(String messageId) {
        Matcher parts = MESSAGE_ID.matcher(messageId);
        boolean isOurs = parts.matches()
                && settings.server()
                        .filter(server -> server.sender().address().domain().equalsIgnoreCase(parts.group(2)))
                        .isPresent();
        return isOurs ? Optional.of(UUID.fromString(parts.group(1))) : Optional.empty();
    }
}
