/**
 * nexo Retailer 3.0 in JSON, in the envelope of Adyen's local terminals. Messages ({@code NexoRequests},
 * {@code NexoAnswers}) and envelope ({@code NexoEnvelope}, {@code NexoKey}) are apart: other acquirers speak the same
 * messages in another envelope. Section numbers are those of the project's sheet on the protocol.
 */
package org.samokasa.protocol.nexo;
