/**
 * Reads mails that come back: what a mail says about one of ours, and what follows from it. Pure: no mailbox, no store.
 */
package org.careunit.mail.internal.bounces;
