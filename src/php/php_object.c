/* Life of the SSMTP object: creation, the handlers of the engine, collection
 * of cycles through callbacks, and an end that runs no PHP code. */
#include "php/php_object.h"

#include "base/file.h"
#include "php/compat.h"
#include "php/php_dispatch.h"
#include "php/php_ini.h"
#include "php/php_settings.h"
#include "stream/plain_file.h"
#include "ext/date/php_date.h"
#include "zend_closures.h"
#include "zend_exceptions.h"

#define HANDLE_CLOSED "The SSMTP handle is closed"

zend_class_entry *php_ssmtp_ce;
static zend_object_handlers php_ssmtp_handlers;

static bool file_allowed(const char *path)
{
	/* No warning: an error handler must not run below the engine. */
	return php_check_open_basedir_ex(path, 0) == 0;
}

#ifdef VIRTUAL_DIR
/* What chdir() changes in a thread-safe PHP, and what open_basedir is judged by. */
static bool current_folder(char *path, size_t room)
{
	return VCWD_GETCWD(path, room) != NULL;
}
#endif

/* date.timezone, as everything that PHP writes of times. */
static int zone_minutes(int64_t unix_s)
{
	/* false asks for local time, as idate() does. */
	return php_idate('Z', (time_t) unix_s, false) / 60;
}

static const ssmtp_client_hooks client_hooks = {
	.file_allowed = file_allowed,
	.zone_minutes = zone_minutes,
	.build_info = PHP_SSMTP_VERSION_TEXT ", PHP " PHP_VERSION,
};

/* A fireX of a subclass listens; that of the base class returns its argument and need not be called. */
static void find_overridden(php_ssmtp_object *object, zend_class_entry *ce)
{
	char name[64];
	zend_function *function;

	for (size_t i = 0; ce != php_ssmtp_ce && i < SSMTP_EVENT_COUNT; i++) {
		int len = snprintf(name, sizeof(name), "fire%s", ssmtp_event_rows[i].name);

		function = zend_hash_str_find_ptr_lc(&ce->function_table, name, (size_t) len);
		if (function != NULL && function->common.scope != php_ssmtp_ce) {
			object->fire[i] = function;
		}
	}
}

static void update_listeners(php_ssmtp_object *object)
{
	unsigned mask = 0;

	for (size_t i = 0; i < SSMTP_EVENT_COUNT; i++) {
		if (object->fire[i] != NULL || !Z_ISUNDEF(object->callbacks[i])) {
			mask |= 1u << ssmtp_event_rows[i].id;
		}
	}
	ssmtp_client_listen(object->client, mask);
}

static zend_object *object_create(zend_class_entry *ce)
{
	php_ssmtp_object *object = zend_object_alloc(sizeof(*object), ce);

	/* zend_object_alloc() clears what stands before the properties: no client, all zvals UNDEF. */
	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &php_ssmtp_handlers;
	object->client = ssmtp_client_new(&client_hooks, &object->error);
	if (object->client == NULL) {
		zend_throw_error(NULL, "%s", object->error.text);
		return &object->std;
	}
	php_ssmtp_ini_apply(object);
	find_overridden(object, ce);
	update_listeners(object);
	return &object->std;
}

/* Nothing here waits. What is let go of may run PHP code (a destructor, the end of a user's stream): the object is
 * taken from its WeakReferences first, so that such code cannot reach it. */
static void object_free(zend_object *std)
{
	php_ssmtp_object *object = php_ssmtp_object_of(std);

	zend_object_std_dtor(std);
	ssmtp_client_free(&object->client);
	ssmtp_buf_free(&object->out);
	for (size_t i = 0; i < SSMTP_EVENT_COUNT; i++) {
		zval_ptr_dtor(&object->callbacks[i]);
	}
	zval_ptr_dtor(&object->token_provider);
	zval_ptr_dtor(&object->stream);
}

static HashTable *object_get_gc(zend_object *std, zval **table, int *count)
{
	php_ssmtp_object *object = php_ssmtp_object_of(std);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	for (size_t i = 0; i < SSMTP_EVENT_COUNT; i++) {
		zend_get_gc_buffer_add_zval(buffer, &object->callbacks[i]);
	}
	zend_get_gc_buffer_add_zval(buffer, &object->token_provider);
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(std);
}

void php_ssmtp_object_init(zend_class_entry *ce)
{
	ssmtp_plain_file_allow_folders(file_allowed);
#ifdef VIRTUAL_DIR
	ssmtp_file_relative_to(current_folder);
#endif
	php_ssmtp_ce = ce;
	ce->create_object = object_create;
	memcpy(&php_ssmtp_handlers, zend_get_std_object_handlers(), sizeof(php_ssmtp_handlers));
	php_ssmtp_handlers.offset = offsetof(php_ssmtp_object, std);
	php_ssmtp_handlers.free_obj = object_free;
	php_ssmtp_handlers.get_gc = object_get_gc;
	php_ssmtp_handlers.get_debug_info = php_ssmtp_debug_info;
	php_ssmtp_handlers.clone_obj = NULL;
}

php_ssmtp_object *php_ssmtp_object_open(zval *handle)
{
	php_ssmtp_object *object = php_ssmtp_object_of(Z_OBJ_P(handle));

	if (object->client == NULL) {
		zend_throw_error(NULL, HANDLE_CLOSED);
		return NULL;
	}
	/* Only a user's stream wrapper can come here: the engine, or a call of ours, is in the middle of something. */
	if (object->inside) {
		zend_throw_error(NULL, "The SSMTP handle cannot be used while it reads its message stream");
		return NULL;
	}
	return object;
}

bool php_ssmtp_object_ready(php_ssmtp_object *object)
{
	ssmtp_error_clear(&object->error);
	if (!object->running) {
		return true;
	}
	return ssmtp_error_set(&object->error, SSMTP_ERROR_STATE, SSMTP_E_BUSY,
		"Busy with another method: from an event callback only Interrupt, Config and DoEvents can be called.");
}

void php_ssmtp_object_close(php_ssmtp_object *object)
{
	(void) php_ssmtp_perform(object, SSMTP_OP_DISCONNECT, SSMTP_SLICE_EMPTY);
	ssmtp_error_clear(&object->error);
	ssmtp_client_free(&object->client);
}

/* Bound to where it was registered, so that a private method can be given, and resolved once. A method that
 * only __call() answers has no function to bind and stays a zval. */
static bool bind_callable(zval *callable, zval *bound)
{
	zend_fcall_info_cache fcc;

	if (!zend_is_callable_ex(callable, NULL, 0, NULL, &fcc, NULL)) {
		return false;
	}
	if ((fcc.function_handler->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE) != 0
		|| (Z_TYPE_P(callable) == IS_OBJECT && Z_OBJCE_P(callable) == zend_ce_closure)) {
		zend_release_fcall_info_cache(&fcc);
		ZVAL_COPY(bound, callable);
		return true;
	}
	php_ssmtp_closure_of(bound, fcc.function_handler, fcc.called_scope, fcc.object);
	return true;
}

/* What is in slot is let go of last: its end may run a destructor. after: what the client has to know. */
static bool replace_callable(php_ssmtp_object *object, zval *slot, zval *callable, void (*after)(php_ssmtp_object *))
{
	zval old, bound;

	ZVAL_UNDEF(&bound);
	if (callable != NULL && Z_TYPE_P(callable) != IS_NULL && !bind_callable(callable, &bound)) {
		return false;
	}
	/* An autoloader may have closed the handle. */
	if (object->client == NULL) {
		zend_throw_error(NULL, HANDLE_CLOSED);
		zval_ptr_dtor(&bound);
		return false;
	}
	ZVAL_COPY_VALUE(&old, slot);
	ZVAL_COPY_VALUE(slot, &bound);
	after(object);
	zval_ptr_dtor(&old);
	return true;
}

bool php_ssmtp_object_listen(php_ssmtp_object *object, ssmtp_event_id id, zval *callable)
{
	return replace_callable(object, &object->callbacks[id - 1], callable, update_listeners);
}

static void update_token_provider(php_ssmtp_object *object)
{
	ssmtp_client_provide_tokens(object->client, !Z_ISUNDEF(object->token_provider));
}

bool php_ssmtp_object_take_token_provider(php_ssmtp_object *object, zval *callable)
{
	return replace_callable(object, &object->token_provider, callable, update_token_provider);
}
