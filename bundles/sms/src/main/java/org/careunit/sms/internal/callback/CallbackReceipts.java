package org.careunit.sms.internal.callback;

import java.util.Map;
import java.util.Optional;
import org.careunit.sms.internal.callback.ReceiptForm.Reading;
import org.careunit.sms.internal.receipts.DeliveredMessage;
import org.careunit.sms.internal.receipts.ReceiptHandler;

/** Parses receipts that arrive over HTTP, and passes them on. Safe for use by many threads. */
public final class CallbackReceipts implements CallbackServer.ReceiptConsumer {

    private static final byte RECEIPT = 4;

    private final ReceiptForm form;
    private final ReceiptHandler handler;

    public CallbackReceipts(ReceiptForm form, ReceiptHandler handler) {
        this.form = form;
        this.handler = handler;
    }

    @Override
    public void take(Map<String, String> parameters) {
        Optional<Reading> read = form.read(
                parameters,
                text -> handler.read(new DeliveredMessage(RECEIPT, text, Optional.empty(), Optional.empty())),
                handler::outcome);
        read.map(Reading::ended).ifPresentOrElse(handler::take, () -> handler.setAside(form.shown(parameters)));
    }
}
