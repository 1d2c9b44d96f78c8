import type { AddressPlanProps, PlannedSubnetProps } from 'portolan';
import { bad, free, NOT_FLAG, NOT_WHOLE, NOT_WORD_LIST, NOT_WORDS, type BadTable } from './bad';

const BLOCKS = [
  ...NOT_WORD_LIST,
  bad(['10.0.0/8'], 'ADDRESS_MALFORMED', "'10.0.0'"),
  bad(['10.0.0.1/8'], 'CIDR_HOST_BITS'),
  bad(['10.0.0.0/33'], 'CIDR_MALFORMED', '33'),
];

export const BAD_PLANS: BadTable<AddressPlanProps> = {
  pools: [...BLOCKS, bad([], 'PROP_EMPTY', 'pools'), bad(['10.0.0.0'], 'CIDR_MALFORMED')],
  prefixLength: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(31, 'PROP_RANGE')],
  prefixLengthIpv6: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(127, 'PROP_RANGE')],
  reserved: BLOCKS,
  avoid: BLOCKS,
  lockFile: free('a file may have any name', NOT_WORDS),
  keepRemovedDays: [...NOT_WHOLE, bad(-1, 'PROP_RANGE'), bad(36_501, 'PROP_RANGE')],
  frozen: NOT_FLAG,
};

export const BAD_PLANNED_SUBNETS: BadTable<PlannedSubnetProps> = {
  family: ['4', 5, 46, true].map((value) => bad(value, 'PROP_CHOICE')),
  prefixLength: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(31, 'PROP_RANGE'), bad(129, 'PROP_RANGE')],
  hosts: [...NOT_WHOLE, bad(0, 'PROP_RANGE')],
  dynamicHosts: [...NOT_WHOLE, bad(-1, 'PROP_RANGE')],
};
