// An SMS centre: takes every part, says so on its output, and reports it delivered.
const smpp = require('smpp');
let parts = 0;
const server = smpp.createServer(session => {
  session.on('error', () => session.close());
  session.on('bind_transceiver', pdu => {
    console.log('BIND ' + pdu.system_id);
    session.send(pdu.response());
  });
  session.on('enquire_link', pdu => session.send(pdu.response()));
  session.on('unbind', pdu => {
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', pdu => {
    const id = (++parts).toString(16).padStart(8, '0');
    console.log('SUBMIT ' + pdu.destination_addr + ' ' + pdu.data_coding + ' ' + pdu.short_message.message);
    session.send(pdu.response({message_id: id}));
    setTimeout(() => session.deliver_sm({
      esm_class: 4,
      source_addr: pdu.destination_addr,
      destination_addr: pdu.source_addr,
      short_message: 'id:' + id + ' sub:001 dlvrd:001 submit date:2603051412 done date:2603051413 stat:DELIVRD err:000 text:',
    }), 50);
  });
});
server.listen({port}, '127.0.0.1');
