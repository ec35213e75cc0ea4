export const routingResponseDescription =
  'What `submitRoutingForm` answered with, `rsp_…`: only those take the booking whom the answers led to.';
