/* Tokens of a mailbox-list (see mailbox_token.h). */
#include "mime/mailbox_token.h"

#include "base/ascii.h"

bool ssmtp_token_refuse(ssmtp_tokens *self, size_t at, const char *what)
{
	return ssmtp_error_argument(self->error, "The address list is malformed at position %zu: %s.", at + 1, what);
}

static int tokens_peek(const ssmtp_tokens *self, size_t at)
{
	return at < self->text.len ? self->text.ptr[at] : -1;
}

bool ssmtp_token_at_fold(const ssmtp_tokens *self, size_t at)
{
	int next = tokens_peek(self, at + 2);

	return tokens_peek(self, at) == '\r' && tokens_peek(self, at + 1) == '\n' && (next == ' ' || next == '\t');
}

static void tokens_skip_blanks(ssmtp_tokens *self)
{
	for (;;) {
		int c = tokens_peek(self, self->at);

		if (c == ' ' || c == '\t') {
			self->at++;
		} else if (ssmtp_token_at_fold(self, self->at)) {
			self->at += 3;
		} else {
			return;
		}
	}
}

/* Moves behind the octet (or quoted pair, or fold) inside a quoted string or comment. */
static bool tokens_skip_content(ssmtp_tokens *self)
{
	int c = tokens_peek(self, self->at);

	if (ssmtp_token_at_fold(self, self->at)) {
		self->at += 2;
		return true;
	}
	if (c == '\\') {
		c = tokens_peek(self, ++self->at);
	}
	if (c < 0) {
		return ssmtp_token_refuse(self, self->at, "a quoted string or comment is not closed");
	}
	if (c != '\t' && ssmtp_is_control((uint8_t) c)) {
		return ssmtp_token_refuse(self, self->at, "control characters are not allowed");
	}
	self->at++;
	return true;
}

static bool tokens_quoted(ssmtp_tokens *self)
{
	for (self->at++; tokens_peek(self, self->at) != '"';) {
		if (!tokens_skip_content(self)) {
			return false;
		}
	}
	self->at++;
	return true;
}

static bool tokens_comment(ssmtp_tokens *self)
{
	unsigned depth = 0;

	do {
		int c = tokens_peek(self, self->at);

		if (c == '(' || c == ')') {
			depth = c == '(' ? depth + 1 : depth - 1;
			self->at++;
			if (depth > SSMTP_COMMENT_DEPTH_MAX) {
				return ssmtp_token_refuse(self, self->at, "comments are nested too deeply");
			}
		} else if (!tokens_skip_content(self)) {
			return false;
		}
	} while (depth > 0);
	return true;
}

static bool tokens_literal(ssmtp_tokens *self)
{
	for (self->at++; tokens_peek(self, self->at) != ']'; self->at++) {
		int c = tokens_peek(self, self->at);

		if (c <= ' ' || c == '[' || c == '\\' || c == 0x7f) {
			return ssmtp_token_refuse(self, self->at, "a domain literal is malformed");
		}
	}
	self->at++;
	return true;
}

static bool tokens_atom(ssmtp_tokens *self)
{
	while (self->at < self->text.len && ssmtp_is_atext(self->text.ptr[self->at])) {
		self->at++;
	}
	return true;
}

bool ssmtp_token_next(ssmtp_tokens *self, ssmtp_token *found)
{
	size_t before = self->at;
	bool ok = true;
	int c;

	tokens_skip_blanks(self);
	*found = (ssmtp_token){ SSMTP_TOKEN_END, self->at, self->at, self->at > before, 0 };
	c = tokens_peek(self, self->at);
	if (c < 0) {
		return true;
	}
	if (c == '"') {
		found->kind = SSMTP_TOKEN_QUOTED;
		ok = tokens_quoted(self);
	} else if (c == '(') {
		found->kind = SSMTP_TOKEN_COMMENT;
		ok = tokens_comment(self);
	} else if (c == '[') {
		found->kind = SSMTP_TOKEN_LITERAL;
		ok = tokens_literal(self);
	} else if (ssmtp_is_atext((uint8_t) c)) {
		found->kind = SSMTP_TOKEN_ATOM;
		ok = tokens_atom(self);
	} else if (c != 0 && strchr("<>,;:@.", c) != NULL) {
		found->kind = SSMTP_TOKEN_SPECIAL;
		found->special = (uint8_t) c;
		self->at++;
	} else {
		ok = ssmtp_token_refuse(self, self->at,
			ssmtp_is_control((uint8_t) c) ? "control characters are not allowed" : "a character is misplaced");
	}
	found->to = self->at;
	self->steps += self->at - before;
	return ok;
}
