/* The one lock of a process, for what all its objects share: taken for a few instructions, never while another function
 * of the engine that might take it is called. It needs no making and no end. */
#ifndef SSMTP_BASE_LOCK_H
#define SSMTP_BASE_LOCK_H

void ssmtp_lock_take(void);
void ssmtp_lock_give(void);

#endif
