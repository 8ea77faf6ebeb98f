/**
 * Tokens that replace each other: OAuth with a refresh token that is good for one use. A token that is lost locks the
 * account out until a person lets the connector in again, so what the platform has issued is stored before it is used.
 */
package io.martech.connect.client.auth.oauth;
