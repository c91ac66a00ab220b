/** The door by which receipts come in over HTTP. */
package org.careunit.sms.internal.callback;
