<?php

/**
 * The PHP surface of ssmtp. Hand-written but for the marked regions, which
 * scripts/gen_settings.php fills from src/client/settings.def and
 * src/base/error.def. scripts/gen_arginfo.sh makes ssmtp_arginfo.h of it.
 *
 * @generate-class-entries
 * @generate-function-entries
 */

// <constants> written by scripts/gen_settings.php
// </constants>

/** Same as new SSMTP(): one handle serves both interfaces. */
function ssmtp_open(?string $licence = null): SSMTP {}

/** Disconnects, errors ignored; the handle cannot be used afterwards. */
function ssmtp_close(SSMTP $handle): int {}

/** Property $id, of entry $index where the property is indexed; null with the last error set when there is none. */
function ssmtp_get(SSMTP $handle, int $id, int $index = 0): string|int|bool|null {}

/** (handle, id, value) or (handle, id, index, value). */
function ssmtp_set(SSMTP $handle, int $id, mixed $index_or_value, mixed $value = UNKNOWN): int {}

/** null removes what was registered. */
function ssmtp_register_callback(SSMTP $handle, int $id, mixed $callback): int {}

function ssmtp_get_last_error(SSMTP $handle): string {}

function ssmtp_get_last_error_code(SSMTP $handle): int {}

/** Fate of every recipient of the last mail transaction. */
function ssmtp_get_delivery_report(SSMTP $handle): array {}

function ssmtp_do_addrecipientcert(SSMTP $handle, string $certencoded): int {}

function ssmtp_do_config(SSMTP $handle, #[\SensitiveParameter] string $configurationstring): string {}

function ssmtp_do_connect(SSMTP $handle): int {}

function ssmtp_do_disconnect(SSMTP $handle): int {}

function ssmtp_do_doevents(SSMTP $handle): int {}

function ssmtp_do_encrypt(SSMTP $handle): int {}

function ssmtp_do_expand(SSMTP $handle, string $emailaddress): int {}

function ssmtp_do_interrupt(SSMTP $handle): int {}

function ssmtp_do_processqueue(SSMTP $handle, string $queuedir): int {}

function ssmtp_do_queue(SSMTP $handle, string $queuedir): string {}

function ssmtp_do_reset(SSMTP $handle): int {}

function ssmtp_do_resetheaders(SSMTP $handle): int {}

function ssmtp_do_send(SSMTP $handle): int {}

function ssmtp_do_sendtoterminalandemail(SSMTP $handle): int {}

function ssmtp_do_sendtoterminalonly(SSMTP $handle): int {}

function ssmtp_do_sendtoterminaloremail(SSMTP $handle): int {}

function ssmtp_do_sign(SSMTP $handle): int {}

function ssmtp_do_signandencrypt(SSMTP $handle): int {}

function ssmtp_do_verify(SSMTP $handle, string $emailaddress): int {}

function ssmtp_do_sendcommand(SSMTP $handle, #[\SensitiveParameter] string $command): int {}

/** @param resource|null $stream */
function ssmtp_do_setmessagestream(SSMTP $handle, $stream): int {}

function ssmtp_do_starttls(SSMTP $handle): int {}

/**
 * @strict-properties
 * @not-serializable
 */
class SSMTP
{
    // <settings> written by scripts/gen_settings.php
    // </settings>

    /** The argument is ignored. */
    public function __construct(?string $licence = null) {}

    public function VERSION(): string {}

    /** @alias ssmtp_get_last_error */
    public function lastError(): string {}

    /** @alias ssmtp_get_last_error_code */
    public function lastErrorCode(): int {}

    /**
     * What was registered for the event by its name ("PITrail"); null removes it.
     *
     * @return static
     */
    public function on(string $event, ?callable $callback) {}

    /** @alias ssmtp_get_delivery_report */
    public function getDeliveryReport(): array {}

    /** @alias ssmtp_do_addrecipientcert */
    public function doAddRecipientCert(string $certencoded): int {}

    /** @alias ssmtp_do_config */
    public function doConfig(#[\SensitiveParameter] string $configurationstring): string {}

    /** @alias ssmtp_do_connect */
    public function doConnect(): int {}

    /** @alias ssmtp_do_disconnect */
    public function doDisconnect(): int {}

    /** @alias ssmtp_do_doevents */
    public function doDoEvents(): int {}

    /** @alias ssmtp_do_encrypt */
    public function doEncrypt(): int {}

    /** @alias ssmtp_do_expand */
    public function doExpand(string $emailaddress): int {}

    /** @alias ssmtp_do_interrupt */
    public function doInterrupt(): int {}

    /** @alias ssmtp_do_processqueue */
    public function doProcessQueue(string $queuedir): int {}

    /** @alias ssmtp_do_queue */
    public function doQueue(string $queuedir): string {}

    /** @alias ssmtp_do_reset */
    public function doReset(): int {}

    /** @alias ssmtp_do_resetheaders */
    public function doResetHeaders(): int {}

    /** @alias ssmtp_do_send */
    public function doSend(): int {}

    /** @alias ssmtp_do_sendtoterminalandemail */
    public function doSendToTerminalAndEmail(): int {}

    /** @alias ssmtp_do_sendtoterminalonly */
    public function doSendToTerminalOnly(): int {}

    /** @alias ssmtp_do_sendtoterminaloremail */
    public function doSendToTerminalOrEmail(): int {}

    /** @alias ssmtp_do_sign */
    public function doSign(): int {}

    /** @alias ssmtp_do_signandencrypt */
    public function doSignAndEncrypt(): int {}

    /** @alias ssmtp_do_verify */
    public function doVerify(string $emailaddress): int {}

    /** @alias ssmtp_do_sendcommand */
    public function doSendCommand(#[\SensitiveParameter] string $command): int {}

    /**
     * @param resource|null $stream
     * @alias ssmtp_do_setmessagestream
     */
    public function doSetMessageStream($stream): int {}

    /** @alias ssmtp_do_starttls */
    public function doStartTLS(): int {}

    /* Events: override to listen; no return types, so that overriding methods need none. The base class returns its argument. */

    /** @return mixed */
    public function fireConnectionStatus(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireEndTransfer(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireError(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireExpand(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function firePITrail(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireSSLServerAuthentication(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireSSLStatus(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireStartTransfer(array $param) {}

    /**
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireTransfer(array $param) {}
}

class SSMTPException extends RuntimeException
{
    private int $replyCode = 0;
    private string $enhancedCode = "";
    private bool $transient = false;
    private string $recipient = "";
    private bool $mayHaveBeenDelivered = false;

    /** The server's reply code, 0 when the failure is local. */
    public function getReplyCode(): int {}

    /** The enhanced status code ("5.1.1"), "" when there is none. */
    public function getEnhancedCode(): string {}

    /** True when the same call may succeed later: a 4yz reply, no answer, a dropped connection. */
    public function isTransient(): bool {}

    /** The recipient the failure belongs to, "" when it belongs to none. */
    public function getRecipient(): string {}

    /** True when the end of mail data may have reached the server: sending again may deliver twice. */
    public function mayHaveBeenDelivered(): bool {}
}
