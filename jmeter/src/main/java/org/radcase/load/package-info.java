/**
 * Runs a plan of JMeter against a RadCase that runs already, and judges the outcome by targets. What is
 * asked of the server is not here, but in the plans.
 */
package org.radcase.load;
