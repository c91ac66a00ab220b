/** Hands SMS to one gateway, over SMPP or HTTP, and reads the receipts that come back. */
package org.careunit.sms.internal;
