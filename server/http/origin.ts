import type { Request } from 'express';

/** Where the reader found this server: what stands in a QR code leads there. */
export const originOf = (req: Request): string => `${req.protocol}://${req.get('host') ?? ''}`;
