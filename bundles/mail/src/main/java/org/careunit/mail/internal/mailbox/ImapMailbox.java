package org.careunit.mail.internal.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.mail.internal.bounces.BounceReader;
import org.careunit.mail.internal.bounces.BounceResult.Disposal;
import org.careunit.mail.internal.mailbox.MailboxSettings.Mailbox;
import org.careunit.operations.connection.Host;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A connection to the mailbox over IMAP. Mails are read in small groups and one at a time, so that a full mailbox needs
 * no more memory than one mail; processed mails are deleted with their group. Used by one thread.
 */
final class ImapMailbox implements AutoCloseable {

    private static final int GROUP = 50;
    private static final Flags DELETED = new Flags(Flags.Flag.DELETED);
    private static final Flags FLAGGED = new Flags(Flags.Flag.FLAGGED);

    private final Store store;
    private final IMAPFolder folder;

    private ImapMailbox(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Processes single mails. */
    interface Reader {

        /**
         * Processes a mail.
         *
         * @param mail the mail, or its beginning
         * @param place names it in this mailbox, for ever
         */
        Disposal read(byte[] mail, String place);
    }

    /** How many mails wait to be read, and how many are set aside. */
    record Contents(int waiting, int setAside) {}

    static ImapMailbox open(Mailbox mailbox) throws MessagingException {
        Store store = ImapSession.of(mailbox).getStore("imap");
        Host host = mailbox.endpoint().hosts().get(0);
        String user = mailbox.endpoint().login().orElseThrow().user();
        String password = mailbox.endpoint().login().orElseThrow().password();
        try {
            store.connect(host.name(), host.port().orElseThrow(), user, password);
            IMAPFolder folder = (IMAPFolder) ((IMAPStore) store).getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapMailbox(store, folder);
        } catch (MessagingException | RuntimeException failure) {
            close(store);
            throw failure;
        }
    }

    Contents contents() throws MessagingException {
        int setAside = folder.search(new jakarta.mail.search.FlagTerm(FLAGGED, true)).length;
        return new Contents(folder.getMessageCount() - setAside, setAside);
    }

    /**
     * Reads the mails that are not set aside.
     *
     * @param goOn asked before each group
     * @return whether all were read
     * @throws UnavailableException if the reader throws it; what was read before is deleted
     */
    boolean read(Reader reader, BooleanSupplier goOn) throws MessagingException {
        int next = 1;
        while (next <= folder.getMessageCount()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            int last = Math.min(next + GROUP - 1, folder.getMessageCount());
            Group group = new Group();
            try {
                group.read(folder.getMessages(next, last), reader);
            } finally {
                group.finish();
            }
            next = last + 1 - group.deleted.size();
        }
        return true;
    }

    /** Some mails that are read and deleted together. */
    private final class Group {

        private final List<Message> deleted = new ArrayList<>();
        private final List<Message> setAside = new ArrayList<>();

        void read(Message[] mails, Reader reader) throws MessagingException {
            FetchProfile facts = new FetchProfile();
            facts.add(UIDFolder.FetchProfileItem.UID);
            facts.add(FetchProfile.Item.FLAGS);
            facts.add(FetchProfile.Item.SIZE);
            folder.fetch(mails, facts);
            for (Message mail : mails) {
                if (!mail.isExpunged() && !mail.isSet(Flags.Flag.FLAGGED)) {
                    readOne((IMAPMessage) mail, reader);
                }
            }
        }

        private void readOne(IMAPMessage mail, Reader reader) throws MessagingException {
            Optional<byte[]> bytes = bytes(mail);
            if (bytes.isPresent()) {
                String place = folder.getFullName() + '/' + folder.getUIDValidity() + '/' + folder.getUID(mail);
                switch (reader.read(bytes.get(), place)) {
                    case DELETE -> deleted.add(mail);
                    case SET_ASIDE -> setAside.add(mail);
                    case KEEP -> {}
                }
            }
        }

        /** Another program may have deleted a mail meanwhile. */
        private Optional<byte[]> bytes(IMAPMessage mail) throws MessagingException {
            mail.setPeek(true);
            try (InputStream content = mail.getMimeStream()) {
                return Optional.of(content.readNBytes(BounceReader.MOST_BYTES));
            } catch (MessageRemovedException gone) {
                return Optional.empty();
            } catch (IOException failure) {
                throw new MessagingException("A mail could not be read", failure);
            }
        }

        void finish() throws MessagingException {
            if (!setAside.isEmpty()) {
                folder.setFlags(setAside.toArray(Message[]::new), FLAGGED, true);
            }
            if (!deleted.isEmpty()) {
                Message[] mails = deleted.toArray(Message[]::new);
                folder.setFlags(mails, DELETED, true);
                expunge(mails);
            }
        }

        /** Expunges only these where the server supports UIDPLUS, else everything that is marked as deleted. */
        private void expunge(Message... mails) throws MessagingException {
            if (((IMAPStore) store).hasCapability("UIDPLUS")) {
                folder.expunge(mails);
            } else {
                folder.expunge();
            }
        }
    }

    @Override
    public void close() {
        try {
            folder.close(false);
        } catch (MessagingException | IllegalStateException gone) {
            // it is closed anyway
        }
        close(store);
    }

    private static void close(Store store) {
        try {
            store.close();
        } catch (MessagingException gone) {
            // it is closed anyway
        }
    }
}
