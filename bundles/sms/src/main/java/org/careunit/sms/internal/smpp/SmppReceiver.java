package org.careunit.sms.internal.smpp;

import java.util.Optional;
import java.util.function.Consumer;
import org.careunit.api.failure.UnavailableException;
import org.careunit.routes.AdapterLog;
import org.careunit.sms.internal.receipts.DeliveredMessage;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Passes on receipts of the SMS centre, and acknowledges each only when it is stored; otherwise asks it to send the
 * receipt again.
 */
public final class SmppReceiver implements MessageReceiverListener {

    private final Consumer<DeliveredMessage> messages;

    public SmppReceiver(Consumer<DeliveredMessage> messages) {
        this.messages = messages;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        OptionalParameter.Message_payload payload =
                delivered.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] text = delivered.getShortMessage();
        boolean isBeside = (text == null || text.length == 0) && payload != null;
        take(new DeliveredMessage(
                delivered.getEsmClass(),
                text(isBeside ? payload.getValue() : text, delivered.getDataCoding()),
                id(delivered.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID)),
                state(delivered.getOptionalParameter(Tag.MESSAGE_STATE))));
    }

    private static String text(byte[] bytes, byte dataCoding) {
        return bytes == null ? "" : DeliveredMessage.decode(bytes, dataCoding);
    }

    private static Optional<String> id(OptionalParameter given) {
        return given instanceof OptionalParameter.COctetString id
                ? Optional.of(id.getValueAsString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<Integer> state(OptionalParameter given) {
        return given instanceof OptionalParameter.Byte state ? Optional.of((int) state.getValue()) : Optional.empty();
    }

    private void take(DeliveredMessage message) throws ProcessRequestException {
        try {
            messages.accept(message);
        } catch (UnavailableException later) {
            throw new ProcessRequestException("Not now", SMPPConstant.STAT_ESME_RX_T_APPN, later);
        } catch (RuntimeException ours) {
            // The text may contain a telephone number. Refused permanently, since it would fail again.
            AdapterLog.warn(
                    "A receipt could not be taken in: " + ours.getClass().getName());
            throw new ProcessRequestException("Refused", SMPPConstant.STAT_ESME_RX_R_APPN);
        }
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm delivered, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("Receipts come by deliver_sm", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // a telephone is there again: the SMS centre tries by itself
    }
}
