import { z } from 'zod';
import { PROTOCOLS } from '../notation/publish';

/** A port number in the JSON form. */
export const portSchema = z.int().min(1).max(65535);

/** A transport protocol in the JSON form. */
export const protocolSchema = z.enum(PROTOCOLS);

/** A port with its protocol in the JSON form. */
export const exposedSchema = z.object({ port: portSchema, protocol: protocolSchema });
