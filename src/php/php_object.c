/* Life of the SSMTP object: creation, the handlers of the engine, collection
 * of cycles through callbacks, and an end that runs no PHP code. */
#include "php/php_object.h"

#include "base/file.h"
#include "php/compat.h"
#include "php/php_call.h"
#include "php/php_events.h"
#include "php/php_ini.h"
#include "php/php_operations.h"
#include "php/php_settings.h"
#include "stream/plain_file.h"
#include "ext/date/php_date.h"
#include "zend_exceptions.h"

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
	php_ssmtp_events_init(object, ce);
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

void php_ssmtp_throw_closed(void)
{
	zend_throw_error(NULL, "The SSMTP handle is closed");
}

php_ssmtp_object *php_ssmtp_object_open(zval *handle)
{
	php_ssmtp_object *object = php_ssmtp_object_of(Z_OBJ_P(handle));

	if (object->client == NULL) {
		php_ssmtp_throw_closed();
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

/* Disconnects, errors ignored, and makes the handle unusable. */
static void object_close(php_ssmtp_object *object)
{
	(void) php_ssmtp_perform(object, SSMTP_OP_DISCONNECT, SSMTP_SLICE_EMPTY);
	ssmtp_error_clear(&object->error);
	ssmtp_client_free(&object->client);
}

PHP_FUNCTION(ssmtp_open)
{
	zend_string *licence = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(licence)
	ZEND_PARSE_PARAMETERS_END();
	object_init_ex(return_value, php_ssmtp_ce);
}

PHP_METHOD(SSMTP, __construct)
{
	zend_string *licence = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(licence)
	ZEND_PARSE_PARAMETERS_END();
}

PHP_FUNCTION(ssmtp_close)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	bool done;

	if (object == NULL) {
		RETURN_THROWS();
	}
	done = php_ssmtp_object_ready(object);
	if (done) {
		object_close(object);
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
}

PHP_METHOD(SSMTP, VERSION)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(PHP_SSMTP_VERSION_TEXT);
}

PHP_FUNCTION(ssmtp_get_last_error)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	RETURN_STRING(object->error.text);
}

PHP_FUNCTION(ssmtp_get_last_error_code)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	RETURN_LONG(object->error.code);
}
