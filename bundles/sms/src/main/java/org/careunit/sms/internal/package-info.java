/** Hands SMS to one gateway, over SMPP, and reads the receipts that come back. */
package org.careunit.sms.internal;
