/* A connection's beginning and end as a thing in memory (see connection.h). */
#include "connection/connection.h"

#include "base/alloc.h"

ssmtp_connection *ssmtp_connection_new(void)
{
	ssmtp_connection *connection = ssmtp_alloc_zero(sizeof(*connection));

	if (connection != NULL) {
		ssmtp_buf_init(&connection->server, 1024);
		ssmtp_buf_init(&connection->tls_name, 1024);
		ssmtp_buf_init(&connection->local, 1024);
		ssmtp_buf_init(&connection->last_reply, SSMTP_BUF_MAX_DEFAULT);
	}
	return connection;
}

void ssmtp_connection_free(ssmtp_connection **connection)
{
	ssmtp_connection *gone = *connection;

	if (gone == NULL) {
		return;
	}
	*connection = NULL;
	ssmtp_session_free(&gone->session);
	ssmtp_transport_free(&gone->top);
	ssmtp_certificate_free(&gone->server_certificate);
	ssmtp_buf_free(&gone->server);
	ssmtp_buf_free(&gone->tls_name);
	ssmtp_buf_free(&gone->local);
	ssmtp_buf_free(&gone->last_reply);
	ssmtp_free(gone);
}
