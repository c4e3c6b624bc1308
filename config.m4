dnl ssmtp: build with phpize; libraries are found by pkg-config.
PHP_ARG_ENABLE([ssmtp],
  [whether to enable ssmtp],
  [AS_HELP_STRING([--enable-ssmtp], [Enable signed and encrypted mail submission])])

PHP_ARG_WITH([ssmtp-gsasl],
  [for GNU SASL in ssmtp],
  [AS_HELP_STRING([--without-ssmtp-gsasl], [Leave out SCRAM, DIGEST-MD5 and NTLM version 1 (GNU SASL)])],
  [auto], [no])

PHP_ARG_WITH([ssmtp-gssapi],
  [for GSS-API in ssmtp],
  [AS_HELP_STRING([--without-ssmtp-gssapi], [Leave out Kerberos and NTLM version 2 (MIT krb5)])],
  [auto], [no])

PHP_ARG_WITH([ssmtp-idn2],
  [for libidn2 in ssmtp],
  [AS_HELP_STRING([--without-ssmtp-idn2], [Leave out internationalised domain names (libidn2)])],
  [auto], [no])

PHP_ARG_WITH([ssmtp-zlib],
  [for zlib in ssmtp],
  [AS_HELP_STRING([--without-ssmtp-zlib], [Leave out S/MIME compressed-data (zlib)])],
  [auto], [no])

PHP_ARG_ENABLE([ssmtp-dev],
  [whether ssmtp is built for its developers],
  [AS_HELP_STRING([--enable-ssmtp-dev], [Warnings are errors; adds assertions and the allocation seam])],
  [no], [no])

dnl The module's libraries are named to the linker as they are: PHP_EVAL_LIBLINE would write every -L of pkg-config
dnl (Debian: /usr/lib/.../mit-krb5, which holds links for the linker only) into a RUNPATH.
AC_DEFUN([SSMTP_LINK], [SSMTP_SHARED_LIBADD="$SSMTP_SHARED_LIBADD $1"])

dnl SSMTP_SONAME(name, library): ssmtp_soname becomes the file that a program linked with the library asks for; empty
dnl where nothing tells it.
AC_DEFUN([SSMTP_SONAME], [
  ssmtp_soname=
  ssmtp_saved_libs=$LIBS
  LIBS="-Wl,--no-as-needed $SSMTP_$1_LIBS $LIBS"
  AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])], [
    ssmtp_soname=`(readelf -d conftest$ac_exeext || objdump -p conftest$ac_exeext) 2>/dev/null | sed -n 's/.*NEEDED.*[[^a-z]]\($2\.so[[.0-9]]*\).*/\1/p'`
  ])
  LIBS=$ssmtp_saved_libs
])

dnl SSMTP_LATE(name, library): opened at the first log-in that needs it (src/crypto/late.c), linked with where its file
dnl has no name.
AC_DEFUN([SSMTP_LATE], [
  if test "x$SSMTP_$1_LIBS" != x; then
    SSMTP_SONAME([$1], [$2])
    if test "x$ssmtp_soname" != x; then
      ssmtp_defines="$ssmtp_defines -DSSMTP_$1_SONAME='\"$ssmtp_soname\"'"
      ssmtp_summary="$ssmtp_summary (opened at first use: $ssmtp_soname)"
    else
      SSMTP_LINK([$SSMTP_$1_LIBS])
    fi
  fi
])

dnl SSMTP_HARDEN(flag of the compiler or linker, program prologue): taken where a program can be made with it.
AC_DEFUN([SSMTP_HARDEN], [
  AC_MSG_CHECKING([for $1])
  ssmtp_saved_cflags=$CFLAGS
  CFLAGS="$CFLAGS -Werror $1"
  AC_LINK_IFELSE([AC_LANG_PROGRAM([$2], [])], [
    AC_MSG_RESULT([yes])
    AS_CASE([$1],
      [-Wl,*], [SSMTP_LINK([$1])],
      [ssmtp_hardened="$ssmtp_hardened $1"])
  ], [AC_MSG_RESULT([no])])
  CFLAGS=$ssmtp_saved_cflags
])

dnl SSMTP_OPTIONAL(name, pkg-config module, macro, what is lost without it, library that is opened late)
AC_DEFUN([SSMTP_OPTIONAL], [
  if test "$PHP_SSMTP_$1" != "no"; then
    PKG_CHECK_MODULES([SSMTP_$1], [$2], [
      PHP_EVAL_INCLINE($SSMTP_$1_CFLAGS)
      m4_if([$5], [], [SSMTP_LINK([$SSMTP_$1_LIBS])], [])
      ssmtp_defines="$ssmtp_defines -D$3=1"
      ssmtp_summary="$ssmtp_summary
  $2: yes"
      m4_if([$5], [], [], [SSMTP_LATE([$1], [$5])])
    ], [
      if test "$PHP_SSMTP_$1" = "yes"; then
        AC_MSG_ERROR([$2 was asked for and pkg-config does not find it])
      fi
      ssmtp_summary="$ssmtp_summary
  $2: no ($4)"
    ])
  else
    ssmtp_summary="$ssmtp_summary
  $2: left out ($4)"
  fi
])

if test "$PHP_SSMTP" != "no"; then
  PKG_CHECK_MODULES([SSMTP_OPENSSL], [openssl >= 3.0.0], [], [
    AC_MSG_ERROR([ssmtp needs OpenSSL 3.0 or later with its headers (Debian: apt-get install libssl-dev pkg-config)])
  ])
  PHP_EVAL_INCLINE($SSMTP_OPENSSL_CFLAGS)
  SSMTP_LINK([$SSMTP_OPENSSL_LIBS])
  ssmtp_openssl_version=`$PKG_CONFIG --modversion openssl`
  ssmtp_summary="
  openssl: $ssmtp_openssl_version"
  dnl Versions with known faults in the CMS and PKCS#12 code (docs/internals/decisions.md, 12).
  AS_CASE([$ssmtp_openssl_version],
    [3.0.?|3.0.1?|3.0.20|3.5.[[0-6]]],
    [AC_MSG_WARN([OpenSSL $ssmtp_openssl_version has known faults in code that ssmtp uses; update to 3.0.21, 3.5.7 or later])])

  ssmtp_defines="-DZEND_ENABLE_STATIC_TSRMLS_CACHE=1 -D_GNU_SOURCE"
  SSMTP_OPTIONAL([GSASL], [libgsasl], [HAVE_LIBGSASL], [no SCRAM and DIGEST-MD5], [libgsasl])
  SSMTP_OPTIONAL([GSSAPI], [krb5-gssapi], [HAVE_KRB5_GSSAPI], [no Kerberos and NTLM version 2], [libgssapi_krb5])
  SSMTP_OPTIONAL([IDN2], [libidn2], [HAVE_LIBIDN2], [only ASCII domain names])
  SSMTP_OPTIONAL([ZLIB], [zlib], [HAVE_ZLIB], [no compressed-data])

  dnl Threads: names are resolved beside the calling thread.
  PHP_ADD_LIBRARY([pthread], [], [SSMTP_SHARED_LIBADD])

  dnl What distributions build their packages with. A sanitizer brings its own checks of what FORTIFY replaces.
  ssmtp_hardened=
  SSMTP_HARDEN([-fstack-protector-strong])
  AS_CASE(["$CFLAGS"], [*-fsanitize*], [], [
    SSMTP_HARDEN([-D_FORTIFY_SOURCE=2], [#include <string.h>])
  ])
  SSMTP_HARDEN([-Wl,-z,relro])
  SSMTP_HARDEN([-Wl,-z,now])

  ssmtp_cflags="-std=gnu11 -fvisibility=hidden$ssmtp_hardened"
  if test "$PHP_SSMTP_DEV" != "no"; then
    ssmtp_cflags="$ssmtp_cflags -g -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare"
    ssmtp_defines="$ssmtp_defines -DSSMTP_ALLOC_SEAM"
    ssmtp_summary="$ssmtp_summary
  developer build: yes"
  fi

  dnl <sources> written by scripts/gen_sources.php
  ssmtp_sources="ssmtp.c \
    src/base/alloc.c \
    src/base/base64.c \
    src/base/buf.c \
    src/base/clock.c \
    src/base/error.c \
    src/base/file_name.c \
    src/base/file_posix.c \
    src/base/file_win32.c \
    src/base/hidden.c \
    src/base/lock.c \
    src/base/secret.c \
    src/base/utf8.c \
    src/client/certificates.c \
    src/client/client.c \
    src/client/compose.c \
    src/client/content.c \
    src/client/copies.c \
    src/client/drive.c \
    src/client/event.c \
    src/client/event_queue.c \
    src/client/limits.c \
    src/client/operations.c \
    src/client/plan_auth.c \
    src/client/plan_connect.c \
    src/client/plan_tls.c \
    src/client/protection.c \
    src/client/queue.c \
    src/client/recipients_check.c \
    src/client/relay.c \
    src/client/requests.c \
    src/client/revive.c \
    src/client/setting_hooks.c \
    src/client/submit.c \
    src/client/transform.c \
    src/client/values.c \
    src/connection/connection.c \
    src/connection/proxy_choice.c \
    src/connection/server_name.c \
    src/crypto/bio_transport.c \
    src/crypto/certificate.c \
    src/crypto/certificate_text.c \
    src/crypto/digest.c \
    src/crypto/gss_context.c \
    src/crypto/identity.c \
    src/crypto/identity_match.c \
    src/crypto/krb5_token.c \
    src/crypto/late.c \
    src/crypto/ntlm_challenge.c \
    src/crypto/ossl_error.c \
    src/crypto/sasl_crypto.c \
    src/crypto/sasl_gsasl.c \
    src/crypto/sasl_gssapi.c \
    src/crypto/sasl_ntlm.c \
    src/crypto/shared.c \
    src/crypto/smime.c \
    src/crypto/smime_algorithms.c \
    src/crypto/smime_certs.c \
    src/crypto/smime_check.c \
    src/crypto/smime_compress.c \
    src/crypto/smime_der.c \
    src/crypto/smime_encrypt.c \
    src/crypto/smime_frame.c \
    src/crypto/smime_keytrans.c \
    src/crypto/smime_sign.c \
    src/crypto/smime_signer.c \
    src/crypto/smime_template.c \
    src/crypto/smime_template_build.c \
    src/crypto/smime_trust.c \
    src/crypto/store.c \
    src/crypto/store_bcfks.c \
    src/crypto/store_der.c \
    src/crypto/store_file.c \
    src/crypto/store_jks.c \
    src/crypto/store_jwk.c \
    src/crypto/store_key.c \
    src/crypto/store_pem.c \
    src/crypto/store_pfx.c \
    src/crypto/store_pkcs11.c \
    src/crypto/store_ppk.c \
    src/crypto/store_ssh.c \
    src/crypto/store_xml.c \
    src/crypto/strength.c \
    src/crypto/tls.c \
    src/crypto/tls_client.c \
    src/crypto/tls_context.c \
    src/crypto/tls_fetch.c \
    src/crypto/tls_info.c \
    src/crypto/tls_names.c \
    src/crypto/tls_revocation.c \
    src/crypto/tls_session.c \
    src/crypto/tls_status.c \
    src/crypto/tls_verify.c \
    src/crypto/trust.c \
    src/message/draft.c \
    src/message/fit.c \
    src/message/result.c \
    src/message/sender.c \
    src/message/stamp.c \
    src/mime/address.c \
    src/mime/body_scan.c \
    src/mime/charset.c \
    src/mime/content_type.c \
    src/mime/encoded_word.c \
    src/mime/encoded_word_read.c \
    src/mime/entity.c \
    src/mime/header.c \
    src/mime/header_grammar.c \
    src/mime/header_line.c \
    src/mime/header_parameter.c \
    src/mime/header_write.c \
    src/mime/mailbox.c \
    src/mime/mailbox_token.c \
    src/mime/message.c \
    src/mime/msgid.c \
    src/mime/multipart.c \
    src/mime/multipart_plan.c \
    src/mime/protect.c \
    src/mime/protect_display.c \
    src/mime/transfer.c \
    src/net/idn.c \
    src/net/net.c \
    src/net/proxy.c \
    src/net/proxy_http.c \
    src/net/proxy_socks.c \
    src/net/resolve.c \
    src/net/sys_posix.c \
    src/net/sys_win32.c \
    src/net/tcp.c \
    src/php/php_call.c \
    src/php/php_callable.c \
    src/php/php_events.c \
    src/php/php_exception.c \
    src/php/php_ini.c \
    src/php/php_message.c \
    src/php/php_object.c \
    src/php/php_operations.c \
    src/php/php_report.c \
    src/php/php_settings.c \
    src/php/php_source.c \
    src/php/php_token.c \
    src/queue/spool.c \
    src/queue/spool_envelope.c \
    src/queue/spool_read.c \
    src/queue/spool_report.c \
    src/queue/spool_write.c \
    src/settings/settings.c \
    src/settings/settings_check.c \
    src/settings/settings_profile.c \
    src/settings/settings_recipients.c \
    src/settings/settings_text.c \
    src/settings/settings_views.c \
    src/smtp/data.c \
    src/smtp/ehlo.c \
    src/smtp/oauth_reason.c \
    src/smtp/path.c \
    src/smtp/reply.c \
    src/smtp/sasl_cram.c \
    src/smtp/sasl_oauth.c \
    src/smtp/sasl_plain.c \
    src/smtp/session.c \
    src/smtp/session_reply.c \
    src/smtp/session_request.c \
    src/smtp/session_send.c \
    src/stream/filter.c \
    src/stream/filter_base64.c \
    src/stream/filter_crlf.c \
    src/stream/filter_qp.c \
    src/stream/plain_file.c \
    src/stream/source.c \
    src/stream/source_concat.c \
    src/stream/source_file.c \
    src/stream/source_mem.c \
    src/stream/source_spool.c"
  ssmtp_folders="src/base src/client src/connection src/crypto src/message src/mime src/net src/php src/queue src/settings src/smtp src/stream"
  dnl </sources>

  PHP_NEW_EXTENSION([ssmtp], [$ssmtp_sources], [$ext_shared],, [$ssmtp_cflags $ssmtp_defines -I@ext_srcdir@ -I@ext_srcdir@/src])
  for ssmtp_folder in $ssmtp_folders; do
    PHP_ADD_BUILD_DIR([$ext_builddir/$ssmtp_folder])
  done
  PHP_SUBST([SSMTP_SHARED_LIBADD])

  dnl Commands of config.status run last: what was found stands at the end of configure's output.
  AC_CONFIG_COMMANDS([ssmtp], [AS_ECHO(["ssmtp is built with:$ssmtp_summary"])], [ssmtp_summary='$ssmtp_summary'])
fi
