/**
 * OAuth with refresh tokens that are replaced on each use. A lost token locks the account out until a user authorizes the
 * connector again, so tokens are stored before they are used.
 */
package io.martech.connect.client.auth.oauth;
