/** The audit trail for those who review it: their service, and the operator's commands. */
package org.careunit.access.internal.audit;
