const { Server } = require("node-hl7-server");
let answer = "AA";
process.stdin.on("data", (line) => { answer = line.toString().trim(); console.log("ANSWERS " + answer); });
const server = new Server({ bindAddress: "127.0.0.1" });
const inbound = server.createInbound({ port: Number(process.argv[2]) }, async (request, response) => {
  const message = request.getMessage();
  console.log("GOT " + message.get("MSH.10").toString() + " " + message.get("PID.3.1").toString());
  await response.sendResponse(answer);
});
inbound.on("listen", () => console.log("LISTENING"));
inbound.on("error", (failure) => console.log("ERROR " + failure));
