/** The mailbox for mails that come back, over IMAP: reads it, has each mail judged, and deletes what was taken in. */
package org.careunit.mail.internal.mailbox;
