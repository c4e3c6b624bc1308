/* Mailbox lists (RFC 5322 section 3.4, see mailbox.h). The text is cut into
 * tokens; each item is looked at twice, once for its end and once for its
 * parts, so the cost is linear whatever the text. */
#include "base/alloc.h"
#include "mime/mailbox_token.h"

/* The parse of one list. */
typedef struct scanner {
	ssmtp_tokens tokens;
	bool null_allowed;
	bool group_allowed;
	bool in_group;
	ssmtp_mailbox_list *list;
	ssmtp_buf group; /* name of the group being read */
	bool group_used; /* it has a member */
	ssmtp_buf name;  /* of the item being read */
	ssmtp_buf comment;
	ssmtp_buf comments; /* further ones, in parentheses */
	ssmtp_buf local;
	ssmtp_buf domain;
	bool local_quoted;
} scanner;

/* Appends what stands between the delimiters of a quoted string or comment,
 * with quoted pairs and folds undone. */
static bool scanner_append_content(scanner *self, ssmtp_buf *out, const ssmtp_token *found)
{
	for (size_t i = found->from + 1; i < found->to - 1; i++) {
		if (ssmtp_token_at_fold(&self->tokens, i)) {
			i += 2;
		} else if (self->tokens.text.ptr[i] == '\\') {
			i++;
		}
		if (!ssmtp_buf_append_octet(out, self->tokens.text.ptr[i])) {
			return ssmtp_error_nomem(self->tokens.error);
		}
	}
	return true;
}

static bool scanner_append_text(scanner *self, ssmtp_buf *out, const ssmtp_token *found)
{
	return ssmtp_buf_append(out, self->tokens.text.ptr + found->from, found->to - found->from) ||
		   ssmtp_error_nomem(self->tokens.error);
}

/* The first comment of an item serves as its name when there is no other; further ones are kept behind it. */
static bool scanner_note_comment(scanner *self, const ssmtp_token *found)
{
	if (ssmtp_buf_len(&self->comment) == 0) {
		return scanner_append_content(self, &self->comment, found);
	}
	return found->to - found->from == 2 ||
		   ((ssmtp_buf_append_str(&self->comments, " (") || ssmtp_error_nomem(self->tokens.error)) &&
			   scanner_append_content(self, &self->comments, found) &&
			   (ssmtp_buf_append_octet(&self->comments, ')') || ssmtp_error_nomem(self->tokens.error)));
}

/* What was read beside the address becomes the name: the phrase, and the comments behind it. */
static bool scanner_finish_name(scanner *self)
{
	ssmtp_slice comment = ssmtp_buf_slice(&self->comment);
	bool phrase = ssmtp_buf_len(&self->name) > 0;
	bool ok = comment.len == 0 ||
			  ((!phrase || ssmtp_buf_append_str(&self->name, " (")) && ssmtp_buf_append_slice(&self->name, comment) &&
				  (!phrase || ssmtp_buf_append_octet(&self->name, ')')));

	ok = ok && ssmtp_buf_append_slice(&self->name, ssmtp_buf_slice(&self->comments));
	ssmtp_buf_clear(&self->comment);
	ssmtp_buf_clear(&self->comments);
	return (ok || ssmtp_error_nomem(self->tokens.error)) &&
		   ssmtp_mailbox_check_name(ssmtp_buf_slice(&self->name), self->tokens.error);
}

static void scanner_forget_item(scanner *self)
{
	ssmtp_buf_clear(&self->name);
	ssmtp_buf_clear(&self->comment);
	ssmtp_buf_clear(&self->comments);
	ssmtp_buf_clear(&self->local);
	ssmtp_buf_clear(&self->domain);
	self->local_quoted = false;
}

/* Display name up to stop. RFC 5322 4.1 obs-phrase: full stops are common in names. */
static bool scanner_phrase(scanner *self, size_t stop)
{
	ssmtp_token found;

	while (ssmtp_token_next(&self->tokens, &found) && found.from < stop) {
		bool ok;

		if (found.kind == SSMTP_TOKEN_COMMENT) {
			ok = scanner_note_comment(self, &found);
		} else if (found.kind == SSMTP_TOKEN_LITERAL || (found.kind == SSMTP_TOKEN_SPECIAL && found.special != '.')) {
			/* "a@b.example <c@d.example>" shows one address and sends to another. */
			return ssmtp_token_refuse(&self->tokens, found.from, "put the display name in quotes");
		} else {
			if (found.blank_before && ssmtp_buf_len(&self->name) > 0 && !ssmtp_buf_append_octet(&self->name, ' ')) {
				return ssmtp_error_nomem(self->tokens.error);
			}
			ok = found.kind == SSMTP_TOKEN_QUOTED ? scanner_append_content(self, &self->name, &found)
												  : scanner_append_text(self, &self->name, &found);
		}
		if (!ok) {
			return false;
		}
	}
	self->tokens.at = stop;
	return !ssmtp_error_is_set(self->tokens.error);
}

/* One token of an addr-spec; *word: the last token was a word. */
static bool scanner_addr_token(scanner *self, const ssmtp_token *found, ssmtp_buf **part, bool *word)
{
	bool in_domain = *part == &self->domain;

	if (found->special == '.' || found->special == '@') {
		if (!*word || (found->special == '@' && in_domain)) {
			return ssmtp_token_refuse(
				&self->tokens, found->from, "a dot or @ is misplaced (put the local part in quotes)");
		}
		*word = false;
		if (found->special == '@') {
			*part = &self->domain;
			return true;
		}
		return scanner_append_text(self, *part, found);
	}
	if (*word || found->kind == SSMTP_TOKEN_SPECIAL || (found->kind == SSMTP_TOKEN_QUOTED && in_domain) ||
		(found->kind == SSMTP_TOKEN_LITERAL && (!in_domain || ssmtp_buf_len(*part) > 0))) {
		return ssmtp_token_refuse(
			&self->tokens, found->from, "this is not an address (a display name needs <address> behind it)");
	}
	*word = true;
	if (found->kind == SSMTP_TOKEN_QUOTED) {
		self->local_quoted = true;
		return scanner_append_content(self, *part, found);
	}
	return scanner_append_text(self, *part, found);
}

/* addr-spec up to stop; empty when there is nothing but comments. */
static bool scanner_addr_spec(scanner *self, size_t stop)
{
	ssmtp_buf *part = &self->local;
	bool word = false;
	bool any = false;
	ssmtp_token found;

	while (ssmtp_token_next(&self->tokens, &found) && found.from < stop) {
		if (!(found.kind == SSMTP_TOKEN_COMMENT ? scanner_note_comment(self, &found)
												: scanner_addr_token(self, &found, &part, &word))) {
			return false;
		}
		any = any || found.kind != SSMTP_TOKEN_COMMENT;
	}
	self->tokens.at = stop;
	if (ssmtp_error_is_set(self->tokens.error)) {
		return false;
	}
	return !any || word || ssmtp_token_refuse(&self->tokens, stop, "the address is incomplete");
}

static bool local_is_dot_atom(ssmtp_slice local)
{
	bool word = false;

	for (size_t i = 0; i < local.len; i++) {
		if (local.ptr[i] == '.' ? !word : !ssmtp_is_atext(local.ptr[i])) {
			return false;
		}
		word = local.ptr[i] != '.';
	}
	return word;
}

static bool append_quoted(ssmtp_buf *out, ssmtp_slice text)
{
	bool ok = ssmtp_buf_append_octet(out, '"');

	for (size_t i = 0; i < text.len && ok; i++) {
		if (text.ptr[i] == '"' || text.ptr[i] == '\\') {
			ok = ssmtp_buf_append_octet(out, '\\');
		}
		ok = ok && ssmtp_buf_append_octet(out, text.ptr[i]);
	}
	return ok && ssmtp_buf_append_octet(out, '"');
}

/* The canonical form: quoted only where it has to be. */
static bool scanner_build_address(scanner *self, ssmtp_buf *address)
{
	ssmtp_slice local = ssmtp_buf_slice(&self->local);

	if (!(local_is_dot_atom(local) ? ssmtp_buf_append_slice(address, local) : append_quoted(address, local))) {
		return false;
	}
	return ssmtp_buf_len(&self->domain) == 0 ||
		   (ssmtp_buf_append_octet(address, '@') && ssmtp_buf_append_slice(address, ssmtp_buf_slice(&self->domain)));
}

static bool list_append(ssmtp_mailbox_list *list, ssmtp_mailbox mailbox)
{
	size_t count = list->count;

	/* Room doubles whenever the count is a power of two. */
	if ((count & (count - 1)) == 0) {
		ssmtp_mailbox *items = ssmtp_realloc(list->items, (count ? count * 2 : 1) * sizeof(*items));

		if (items == NULL) {
			return false;
		}
		list->items = items;
	}
	list->items[list->count++] = mailbox;
	return true;
}

static bool scanner_store(scanner *self, ssmtp_slice address)
{
	ssmtp_slice name = ssmtp_buf_slice(&self->name);
	ssmtp_slice group = ssmtp_buf_slice(&self->group);
	ssmtp_mailbox mailbox = { ssmtp_strndup(name.ptr, name.len), ssmtp_strndup(address.ptr, address.len),
		self->in_group ? ssmtp_strndup(group.ptr, group.len) : NULL };

	self->group_used = true;
	if (mailbox.name != NULL && mailbox.address != NULL && (mailbox.group != NULL || !self->in_group) &&
		list_append(self->list, mailbox)) {
		return true;
	}
	ssmtp_mailbox_free(&mailbox);
	return ssmtp_error_nomem(self->tokens.error);
}

/* Checks what was read as one mailbox and puts it on the list. */
static bool scanner_finish_item(scanner *self)
{
	ssmtp_buf address;
	bool ok;

	ssmtp_buf_init(&address, SSMTP_BUF_MAX_DEFAULT);
	ok = scanner_finish_name(self) &&
		 (scanner_build_address(self, &address) || ssmtp_error_nomem(self->tokens.error));
	ok = ok && ssmtp_address_check(ssmtp_buf_slice(&address), self->tokens.error);
	ok = ok && scanner_store(self, ssmtp_buf_slice(&address));
	ssmtp_buf_free(&address);
	return ok;
}

/* Reads tokens to the next that may end an item; their text is read again. */
static bool scanner_find_end(scanner *self, const char *ends, ssmtp_token *found)
{
	do {
		if (!ssmtp_token_next(&self->tokens, found)) {
			return false;
		}
	} while (found->kind != SSMTP_TOKEN_END && (found->special == 0 || strchr(ends, found->special) == NULL));
	return true;
}

/* Behind "<": the address, ">" and what may follow it. */
static bool scanner_angle(scanner *self)
{
	size_t start = self->tokens.at;
	bool empty;
	ssmtp_token found;

	if (!scanner_find_end(self, "<>,;:", &found)) {
		return false;
	}
	if (found.special != '>') {
		return ssmtp_token_refuse(&self->tokens, found.from, "> is missing");
	}
	self->tokens.at = start;
	if (!scanner_addr_spec(self, found.from)) {
		return false;
	}
	self->tokens.at = found.to;
	empty = ssmtp_buf_len(&self->local) == 0 && !self->local_quoted;
	if (empty && !(self->null_allowed && ssmtp_buf_len(&self->name) == 0)) {
		return ssmtp_token_refuse(&self->tokens, start, "the address in <> is empty");
	}
	start = self->tokens.at;
	while (ssmtp_token_next(&self->tokens, &found) && found.kind == SSMTP_TOKEN_COMMENT) {
		if (!scanner_note_comment(self, &found)) {
			return false;
		}
		start = self->tokens.at;
	}
	if (ssmtp_error_is_set(self->tokens.error)) {
		return false;
	}
	if (found.kind != SSMTP_TOKEN_END && found.special != ',' && found.special != ';') {
		return ssmtp_token_refuse(&self->tokens, found.from, "a comma is missing between two addresses");
	}
	self->tokens.at = start;
	return empty ? scanner_store(self, SSMTP_SLICE_EMPTY) : scanner_finish_item(self);
}

/* The token that ends an item and has no part in it. */
static bool scanner_separator(scanner *self, const ssmtp_token *end)
{
	if (end->special == ';' && !self->in_group) {
		return ssmtp_token_refuse(&self->tokens, end->from, "separate addresses with commas, not semicolons");
	}
	self->tokens.at = end->to;
	if (end->special != ';') {
		return true;
	}
	/* RFC 5322 3.4: "undisclosed-recipients:;" is a group without members, and a field. */
	ssmtp_buf_clear(&self->name);
	if (!self->group_used && !scanner_store(self, SSMTP_SLICE_EMPTY)) {
		return false;
	}
	self->in_group = false;
	return true;
}

static bool scanner_group(scanner *self, size_t start, const ssmtp_token *colon)
{
	if (self->in_group || !self->group_allowed) {
		return ssmtp_token_refuse(&self->tokens, colon->from, "a group is not allowed here");
	}
	self->tokens.at = start;
	if (!scanner_phrase(self, colon->from)) {
		return false;
	}
	if (ssmtp_buf_len(&self->name) == 0) {
		return ssmtp_token_refuse(&self->tokens, colon->from, "a group needs a name");
	}
	self->in_group = true;
	self->group_used = false;
	self->tokens.at = colon->to;
	ssmtp_buf_clear(&self->group);
	return scanner_finish_name(self) &&
		   (ssmtp_buf_append_slice(&self->group, ssmtp_buf_slice(&self->name)) ||
			   ssmtp_error_nomem(self->tokens.error));
}

static bool scanner_item(scanner *self)
{
	size_t start = self->tokens.at;
	ssmtp_token end;

	scanner_forget_item(self);
	if (!scanner_find_end(self, "<>,;:", &end)) {
		return false;
	}
	if (end.special == '>') {
		return ssmtp_token_refuse(&self->tokens, end.from, "< is missing");
	}
	if (end.special == ':') {
		return scanner_group(self, start, &end);
	}
	self->tokens.at = start;
	if (end.special == '<') {
		if (!scanner_phrase(self, end.from)) {
			return false;
		}
		self->tokens.at = end.to;
		return scanner_angle(self);
	}
	if (!scanner_addr_spec(self, end.from)) {
		return false;
	}
	if ((ssmtp_buf_len(&self->local) > 0 || self->local_quoted) && !scanner_finish_item(self)) {
		return false;
	}
	return scanner_separator(self, &end);
}

static bool scanner_run(scanner *self)
{
	ssmtp_buf *bufs[] = { &self->group, &self->name, &self->comment, &self->comments, &self->local, &self->domain };
	const size_t count = sizeof(bufs) / sizeof(bufs[0]);
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		ssmtp_buf_init(bufs[i], SSMTP_BUF_MAX_DEFAULT);
	}
	while (ok && self->tokens.at < self->tokens.text.len) {
		ok = scanner_item(self);
	}
	if (ok && self->in_group) {
		ok = ssmtp_token_refuse(&self->tokens, self->tokens.text.len, "a group is not closed with a semicolon");
	}
	for (size_t i = 0; i < count; i++) {
		ssmtp_buf_free(bufs[i]);
	}
	return ok;
}

bool ssmtp_mailbox_list_parse_counted(ssmtp_mailbox_list *list, ssmtp_slice text, size_t *steps, ssmtp_error *error)
{
	ssmtp_error local = { 0 };
	scanner self = {
		.tokens = { .text = text, .error = error == NULL ? &local : error }, .list = list, .group_allowed = true
	};
	bool ok;

	*list = (ssmtp_mailbox_list){ 0 };
	ok = scanner_run(&self);
	*steps = self.tokens.steps;
	if (!ok) {
		ssmtp_mailbox_list_free(list);
	}
	return ok;
}

bool ssmtp_mailbox_list_parse(ssmtp_mailbox_list *list, ssmtp_slice text, ssmtp_error *error)
{
	size_t steps;

	return ssmtp_mailbox_list_parse_counted(list, text, &steps, error);
}

bool ssmtp_mailbox_parse_one(ssmtp_mailbox *mailbox, ssmtp_slice text, bool null_allowed, ssmtp_error *error)
{
	ssmtp_error local = { 0 };
	ssmtp_mailbox_list list = { 0 };
	scanner self = {
		.tokens = { .text = text, .error = error == NULL ? &local : error }, .list = &list, .null_allowed = null_allowed
	};
	bool ok = scanner_run(&self);

	*mailbox = (ssmtp_mailbox){ NULL, NULL, NULL };
	if (ok && list.count != 1) {
		ok = ssmtp_error_argument(error, "Exactly one address is needed here, not %zu.", list.count);
	}
	if (ok) {
		*mailbox = list.items[0];
		list.count = 0;
	}
	ssmtp_mailbox_list_free(&list);
	return ok;
}

void ssmtp_mailbox_free(ssmtp_mailbox *mailbox)
{
	ssmtp_free(mailbox->name);
	ssmtp_free(mailbox->address);
	ssmtp_free(mailbox->group);
	*mailbox = (ssmtp_mailbox){ NULL, NULL, NULL };
}

void ssmtp_mailbox_list_free(ssmtp_mailbox_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		ssmtp_mailbox_free(&list->items[i]);
	}
	ssmtp_free(list->items);
	*list = (ssmtp_mailbox_list){ 0 };
}

bool ssmtp_mailbox_name_is_phrase(ssmtp_slice name)
{
	bool blank = true;

	for (size_t i = 0; i < name.len; i++) {
		if (name.ptr[i] == ' ' ? blank : !ssmtp_is_atext(name.ptr[i])) {
			return false;
		}
		blank = name.ptr[i] == ' ';
	}
	return !blank;
}

bool ssmtp_mailbox_append_quoted(ssmtp_buf *out, ssmtp_slice text)
{
	return append_quoted(out, text);
}

static bool append_phrase(ssmtp_buf *out, const char *name)
{
	ssmtp_slice text = ssmtp_slice_str(name);

	return ssmtp_mailbox_name_is_phrase(text) ? ssmtp_buf_append_slice(out, text) : append_quoted(out, text);
}

static bool append_mailbox(ssmtp_buf *out, const ssmtp_mailbox *mailbox)
{
	if (*mailbox->name == '\0') {
		return ssmtp_buf_append_str(out, mailbox->address);
	}
	return append_phrase(out, mailbox->name) && ssmtp_buf_append_str(out, " <") &&
		   ssmtp_buf_append_str(out, mailbox->address) && ssmtp_buf_append_octet(out, '>');
}

size_t ssmtp_mailbox_list_next(const ssmtp_mailbox_list *list, size_t from)
{
	while (from < list->count && list->items[from].address[0] == '\0' && list->items[from].group == NULL) {
		from++;
	}
	return from;
}

bool ssmtp_mailbox_list_joined(const ssmtp_mailbox_list *list, size_t first, size_t second)
{
	const ssmtp_mailbox *a = &list->items[first], *b = &list->items[second];

	return first < list->count && second < list->count && a->group != NULL && b->group != NULL &&
		   a->address[0] != '\0' && b->address[0] != '\0' && strcmp(a->group, b->group) == 0;
}

bool ssmtp_mailbox_list_append(ssmtp_buf *out, const ssmtp_mailbox_list *list)
{
	size_t before = list->count;
	bool ok = true;

	for (size_t i = ssmtp_mailbox_list_next(list, 0), next; ok && i < list->count; before = i, i = next) {
		const ssmtp_mailbox *mailbox = &list->items[i];

		next = ssmtp_mailbox_list_next(list, i + 1);
		ok = before == list->count || ssmtp_buf_append_str(out, ", ");
		if (ok && mailbox->group != NULL && !ssmtp_mailbox_list_joined(list, before, i)) {
			ok = append_phrase(out, mailbox->group) &&
				 ssmtp_buf_append_str(out, mailbox->address[0] == '\0' ? ":" : ": ");
		}
		ok = ok && append_mailbox(out, mailbox);
		if (ok && mailbox->group != NULL && !ssmtp_mailbox_list_joined(list, i, next)) {
			ok = ssmtp_buf_append_octet(out, ';');
		}
	}
	return ok;
}

bool ssmtp_mailbox_list_check_domains(const ssmtp_mailbox_list *list, ssmtp_error *error)
{
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].address[0] != '\0' &&
			!ssmtp_address_check_domain(ssmtp_slice_str(list->items[i].address), error)) {
			return false;
		}
	}
	return true;
}
