package org.careunit.notifications.internal.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryReport;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.gateways.UnreadableReceipt;
import org.careunit.api.messages.Channel;
import org.careunit.storage.Transactions;
import org.careunit.storage.messages.SmsParts;
import org.careunit.storage.messages.SmsParts.Part;
import org.careunit.storage.messages.SmsParts.UnmatchedReceipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records receipts of SMS parts, and reports the result of the SMS as soon as it is known: failed with one failed part,
 * delivered with all parts. A receipt whose part is not known yet is kept until {@link MatchReceipts} finds it.
 */
@Component(service = {SmsReceipts.class, PartReceipts.class})
public final class PartReceipts implements SmsReceipts {

    private static final Channel SMS = Channel.SMS;

    private final Transactions transactions;
    private final SmsParts parts;
    private final DeliveryReports reports;
    private final Clock clock;

    @Activate
    public PartReceipts(
            @Reference Transactions transactions,
            @Reference SmsParts parts,
            @Reference DeliveryReports reports,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.transactions = transactions;
        this.parts = parts;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void accept(SmsReceipt receipt) {
        transactions.run(() -> parts.find(receipt.ids())
                .ifPresentOrElse(message -> end(message, receipt), () -> parts.keep(receipt, clock.instant())));
    }

    @Override
    public void setAside(String text) {
        transactions.run(() -> parts.setAside(text, clock.instant()));
    }

    @Override
    public List<UnreadableReceipt> unreadable() {
        return parts.unreadable();
    }

    @Override
    public int discardUnreadable() {
        return transactions.call(parts::discardUnreadable);
    }

    /** Stores a receipt that was kept, if its part is known by now. */
    void match(UnmatchedReceipt kept) {
        transactions.run(() -> parts.find(kept.receipt().ids()).ifPresent(message -> {
            if (parts.remove(kept.id())) {
                end(message, kept.receipt());
            }
        }));
    }

    private void end(UUID message, SmsReceipt receipt) {
        List<Part> known = parts.lock(message);
        Optional<Part> meant = receipt.ids().stream()
                .flatMap(id -> known.stream().filter(part -> part.id().equals(id)))
                .filter(part -> part.status().isEmpty())
                .findFirst();
        meant.ifPresent(part -> {
            parts.end(message, part.id(), receipt.status(), receipt.reason());
            report(message, parts.lock(message));
        });
    }

    /** A part that was sent twice is delivered when one of the two is, and has failed when both have. */
    private void report(UUID message, List<Part> known) {
        Map<Integer, List<Part>> byNumber = known.stream().collect(Collectors.groupingBy(Part::number));
        Optional<Part> failed = byNumber.values().stream()
                .filter(same -> same.stream().allMatch(PartReceipts::hasFailed))
                .map(same -> same.get(0))
                .findFirst();
        boolean isDelivered =
                byNumber.values().stream().allMatch(same -> same.stream().anyMatch(PartReceipts::isDelivered));
        if (failed.isPresent()) {
            report(
                    message,
                    known,
                    failed.get().status().orElseThrow(),
                    failed.get().reason());
        } else if (isDelivered) {
            report(
                    message,
                    known,
                    DeliveryStatus.DELIVERED,
                    known.get(known.size() - 1).reason());
        }
    }

    private void report(UUID message, List<Part> known, DeliveryStatus status, String reason) {
        int ids = known.stream().map(Part::id).toList().hashCode();
        reports.apply(
                DeliveryReport.of(SMS + "-" + message + "-" + Integer.toHexString(ids), message, SMS, status, reason));
    }

    private static boolean isDelivered(Part part) {
        return part.status().filter(DeliveryStatus.DELIVERED::equals).isPresent();
    }

    private static boolean hasFailed(Part part) {
        return part.status().isPresent() && !isDelivered(part);
    }
}
