/**
 * Accounts of the platforms as a connector's configuration describes them: how each is reached, what must hold between the keys,
 * and whether the credentials work. It joins the clients, which know no Kafka, and the keys, which know no client, once for
 * sources and sinks.
 */
package io.martech.connect.account;
