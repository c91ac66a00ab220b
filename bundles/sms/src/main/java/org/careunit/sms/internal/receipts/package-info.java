/** Reads delivery receipts in the forms that gateways write them. */
package org.careunit.sms.internal.receipts;
