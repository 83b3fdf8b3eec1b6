// An address as the server tells it, made whole: tablets speak plain http on the local network.
export function whole_address(address: string, port: string): string {
  if (/^https?:\/\//.test(address)) {
    return address.replace(/\/+$/, '');
  }
  const has_port = /^(\[[^\]]+\]|[^:]+):\d+$/.test(address);
  return has_port || port === '' ? `http://${address}` : `http://${address}:${port}`;
}

// As it is typed: without the scheme browsers add by themselves.
export const typed_address = (address: string): string => address.replace(/^http:\/\//, '');
