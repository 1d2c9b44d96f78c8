import { parseTopology, type Topology } from 'portolan/topology';

/** The topology of a document that leaves out what is empty. */
export function parseDocument(document: object): Topology {
  return parseTopology(JSON.stringify(document), 'scenario');
}
