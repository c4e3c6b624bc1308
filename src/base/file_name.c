/* Where relative names begin (see file.h). */
#include "base/file.h"

#include <errno.h>
#include <string.h>

static bool (*current_folder)(char *path, size_t room);

void ssmtp_file_relative_to(bool (*folder)(char *path, size_t room))
{
	current_folder = folder;
}

static bool name_is_absolute(const char *path)
{
#if defined(_WIN32)
	/* "C:x" and "\x" begin where the system says. */
	return path[0] == '/' || path[0] == '\\' || (path[0] != '\0' && path[1] == ':');
#else
	return path[0] == '/';
#endif
}

const char *ssmtp_file_absolute(const char *path, char *full, size_t room)
{
	size_t folder, name = strlen(path) + 1;

	/* An empty name is nobody's. */
	if (current_folder == NULL || name == 1 || name_is_absolute(path)) {
		return path;
	}
	folder = current_folder(full, room) ? strlen(full) : room;
	if (folder + 1 + name > room) {
		errno = ENAMETOOLONG;
		return NULL;
	}
	full[folder] = '/';
	memcpy(full + folder + 1, path, name);
	return full;
}
