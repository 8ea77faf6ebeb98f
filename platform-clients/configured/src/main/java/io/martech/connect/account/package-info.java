/**
 * Accounts of the platforms as a connector's configuration describes them: how each is reached, the rules between the
 * keys, and whether the credentials work. It connects the clients, which are independent of Kafka, with the options,
 * which are independent of the clients, for sources and sinks alike.
 */
package io.martech.connect.account;
