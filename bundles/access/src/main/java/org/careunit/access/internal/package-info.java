/** */
package org.careunit.access.internal;
